import litA11y from 'eslint-plugin-lit-a11y';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Things a strict Content-Security-Policy forbids, so no file here may lean on them. */
const forbidden = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Markup comes from templates, never from strings.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Markup comes from templates, never from strings.',
  },
  {
    selector:
      "TaggedTemplateExpression[tag.name='html'] TemplateElement[value.raw=/\\s(style=|\\.style=|\\.innerHTML=)/]",
    message: 'Looks live in constructable sheets: no style attributes, no innerHTML.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives.(unsafe-|style-map)/]',
    message: 'Unsafe directives and style maps are not used here.',
  },
];

// What asks for types is asked by oxlint, in a tenth of the time: .oxlintrc.json.
export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'storybook-static', 'coverage', '.reji', '!.storybook'] },
  ...tseslint.configs.recommended,
  lit['flat/recommended'],
  wc['flat/recommended'],
  litA11y.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...forbidden],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // chai asserts by reading a property
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    // pages made on a server: their html`` is our own and takes names as well as values
    files: ['demo/**/*.ts', 'src/sandbox/**/*.ts'],
    rules: { 'lit/binding-positions': 'off' },
  },
);
