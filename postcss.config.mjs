import { PurgeCSS } from 'purgecss'

// Everything that can name a class, an element or an attribute.
const folders = ['app', 'components']

/** Drops from the stylesheet what no page and no component names. */
const purge = {
  postcssPlugin: 'purge-unused-css',
  async OnceExit(root, { result, postcss }) {
    // The small sheets that next/font writes pass here too; their class names stand in no file of ours.
    if (!result.opts.from?.includes('app/styles/')) return
    const [purged] = await new PurgeCSS().purge({
      content: folders.map((folder) => `${folder}/**/*.tsx`),
      css: [{ raw: root.toString() }],
      safelist: { variables: ['--bootstrap-italia-version'] },
      variables: true,
      keyframes: true,
    })
    root.removeAll()
    root.append(postcss.parse(purged.css))
    // A stylesheet made for yesterday's components must not come out of the build's cache.
    for (const folder of folders) {
      result.messages.push({
        type: 'dir-dependency',
        plugin: 'purge-unused-css',
        dir: folder,
        glob: '**/*.tsx',
        parent: result.opts.from,
      })
    }
  },
}

// Only for production: in development a class may be tried before it is written anywhere.
const config = { plugins: process.env.NODE_ENV === 'production' ? [purge] : [] }

export default config
