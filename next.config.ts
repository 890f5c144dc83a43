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
  // The files that never pass by the proxy.
  headers: async () => [
    {
      source: '/:file(_next/static/.*|icon\\.svg|favicon\\.ico)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
  ],
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'nodemailer', 'pdfkit', 'postgres', 'uploadthing'],
  experimental: {
    // Three files of 3 MB and the words around them, when a form travels whole (no scripts).
    serverActions: { bodySizeLimit: '11mb' },
    proxyClientMaxBodySize: '11mb',
  },
}

export default config
