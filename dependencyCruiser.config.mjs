import { readFileSync } from 'node:fs';

/**
 * Who may import whom (docs/architecture.md), checked on type imports too.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const layers = '^(core|contract|main|preload|renderer)/';
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { pathNot: allowed },
});

const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));

const roomPattern = (room) => (room.includes('.') ? `${room.replace('.', '\\.')}$` : `${room}/`);

/**
 * floors.json lists the rooms of each layer from the ground up: a room may import those before it, never one after it.
 * A rule for every room but the topmost of a layer, such as `core/features-imports-nothing-above`.
 */
const floorRules = Object.entries(floors).flatMap(([layer, rooms]) =>
  rooms.slice(0, -1).map((room, floor) => ({
    name: `${layer}/${room}-imports-nothing-above`,
    severity: 'error',
    from: { path: `^${layer}/${roomPattern(room)}` },
    to: { path: rooms.slice(floor + 1).map((above) => `^${layer}/${roomPattern(above)}`) },
  })),
);

export default {
  forbidden: [
    ...floorRules,
    { name: 'no-cycles', severity: 'error', from: { path: layers }, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { path: layers },
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    only(
      'core-is-pure',
      { path: '^core/', pathNot: '^core/(features/(meydaFeatures|realFft)|messages/icuFormatter)\\.ts$' },
      ['^core/', '^node_modules/zod/'],
      'core runs in a worker, a test, a browser: no Node, DOM, clock or randomness',
    ),
    only(
      'one-file-knows-meyda',
      { path: '^core/features/meydaFeatures\\.ts$' },
      ['^core/', '^node_modules/meyda/'],
      'Meyda has traps; they stay in one file',
    ),
    only(
      'one-file-knows-pffft',
      { path: '^core/features/realFft\\.ts$' },
      ['^core/', '^node_modules/@echogarden/pffft-wasm/'],
      'its memory is managed by hand, and it is ready only once it is compiled',
    ),
    only(
      'one-file-knows-messageformat',
      { path: '^core/messages/icuFormatter\\.ts$' },
      ['^core/', '^node_modules/intl-messageformat/'],
      'messages are formatted in one way, tags off',
    ),
    only(
      'contract-knows-the-model',
      { path: '^contract/' },
      [
        '^contract/',
        '^core/(measures|messages|model|statistics|summary)/',
        '^node_modules/zod/',
        '^node_modules/@orpc/contract/',
      ],
      'both ends of the contract import it',
    ),
    {
      name: 'main-knows-no-host',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/hosts/' },
      to: { path: ['^main/hosts/', '^(renderer|preload)/', '^electron$', '^node_modules/electron/'] },
    },
    {
      name: 'only-the-desktop-host-knows-electron',
      severity: 'error',
      from: { path: '^(core|contract|main|renderer)/', pathNot: '^main/hosts/electron/' },
      to: { path: ['^electron$', '^node_modules/electron/'] },
    },
    {
      name: 'no-host-knows-another',
      comment: 'the command line starts the browser host; else hosts are strangers',
      severity: 'error',
      from: { path: '^main/hosts/([^/]+)/' },
      to: { path: '^main/hosts/', pathNot: ['^main/hosts/$1/', '^main/hosts/web/(startWebHost|openBrowser)\\.ts$'] },
    },
    {
      name: 'hosts-know-no-screen',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(renderer|preload)/' },
    },
    only('preload-is-a-door', { path: '^preload/' }, ['^electron$', '^node_modules/electron/'], 'it hands over ports'),
    {
      name: 'renderer-knows-the-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^(main|preload|tests)/', '^core/(?!(audio|measures|messages|model|statistics|summary)/)'] },
    },
    {
      name: 'renderer-is-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-feature-knows-another',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'nothing-shipped-knows-tests',
      severity: 'error',
      from: { path: layers },
      to: { path: '^(tests|scripts|samples)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
