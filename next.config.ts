import type { NextConfig } from 'next'

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // Bootstrap Italia's own variables still come by @import.
  sassOptions: { quietDeps: true, silenceDeprecations: ['import'] },
  // The build checks what it builds; `npm run typecheck` checks everything.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'nodemailer', 'pdfkit', 'postgres', 'uploadthing'],
  experimental: {
    // Three files of 3 MB and the words around them, when a form travels whole (no scripts).
    serverActions: { bodySizeLimit: '11mb' },
    proxyClientMaxBodySize: '11mb',
  },
}

export default config
