import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

/** Points every module at the file that is published, not at its source. */
function publishedPaths() {
  const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.path = published(module.path);
        for (const item of module.exports ?? []) {
          if (item.declaration?.module) item.declaration.module = published(item.declaration.module);
        }
        for (const item of module.declarations ?? []) {
          if (item.superclass?.module) item.superclass.module = published(item.superclass.module);
          for (const member of [...(item.members ?? []), ...(item.attributes ?? []), ...(item.events ?? [])]) {
            if (member.inheritedFrom?.module) member.inheritedFrom.module = published(member.inheritedFrom.module);
          }
        }
      }
    },
  };
}

/** What is private to an element is nobody's documentation; events the analyzer guessed from calls have no words. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      const hidden = (member) =>
        member.privacy === 'private' || member.privacy === 'protected' || member.static || member.name.startsWith('#');
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const item of declarations) {
          if (item.members) item.members = item.members.filter((member) => !hidden(member));
          if (item.events) item.events = item.events.filter((event) => event.description);
        }
      }
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  overrideModuleCreation: ({ ts, globs }) => {
    const program = getTsProgram(ts, globs, 'tsconfig.json');
    return program.getSourceFiles().filter((file) => globs.some((glob) => file.fileName.includes(glob)));
  },
  plugins: [typeParserPlugin({ propertyName: 'type' }), publishedPaths(), publicOnly()],
};
