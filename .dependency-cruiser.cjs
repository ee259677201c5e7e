/** The layer rules: imports point inwards, and nothing goes in circles. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'A cycle hides which part knows the other.', {}, { circular: true }),
    forbid(
      'domain-is-pure',
      'The domain imports nothing but itself.',
      { path: '^src/domain' },
      { pathNot: '^src/domain' },
    ),
    forbid(
      'application-knows-domain-only',
      'Use cases and ports import the domain alone.',
      { path: '^src/application' },
      { pathNot: '^src/(application|domain)' },
    ),
    forbid(
      'adapters-do-not-meet-presentation',
      'Infrastructure and presentation do not see each other.',
      { path: '^src/infrastructure' },
      { path: '^src/(presentation|composition)' },
    ),
    forbid(
      'presentation-does-not-see-adapters',
      'Presentation turns requests into use-case calls; composition hands it what it needs.',
      { path: '^src/presentation', pathNot: '^src/presentation/cli/main[.]ts$' },
      { path: '^src/(infrastructure|composition)' },
    ),
    forbid(
      'inversify-in-composition-only',
      'Only the composition root knows the container.',
      { path: '^src', pathNot: '^src/composition' },
      { path: 'node_modules/(inversify|reflect-metadata)' },
    ),
    forbid(
      'no-orphans',
      'A module that nobody imports is dead.',
      { orphan: true, pathNot: '^src/(index|presentation/cli/main)[.]ts$|[.]worker[.]ts$' },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
