import type { Listed } from './lists.ts';
import { folded, head } from './script.ts';
import type { CommandShape, NameShape, OptionShape, Place, Shape } from './shape.ts';

const install = [
  'Into a folder of $fpath:',
  '  mkdir -p ~/.zfunc',
  '  kpi completion zsh > ~/.zfunc/_kpi',
  'with these lines in ~/.zshrc, if they are not there yet:',
  '  fpath=(~/.zfunc $fpath)',
  '  autoload -Uz compinit && compinit',
  'Then open a new shell.',
];

/** The completion script for zsh: a function of its completion system, also when it is sourced. */
export function zshScript(shape: Shape, version: string): string {
  const { commands, options, lists } = shape;
  return [
    '#compdef kpi',
    ...head('zsh', version, install),
    ...[...lists].flatMap(([name, words]) => listing(name, words)),
    '',
    '_kpi() {',
    '  local curcontext=$curcontext state state_descr line ret=1',
    '  typeset -A opt_args',
    '  _arguments -C -S \\',
    ...[
      ...options.flatMap((option) => optionSpecs(option, '(- : *)')),
      quoted('1:command:_kpi_command'),
      quoted('*::argument:->behind'),
    ].map((spec) => `    ${spec} \\`),
    '    && ret=0',
    '  [[ $state == behind ]] || return ret',
    `  curcontext="\${curcontext%:*:*}:kpi-$words[1]:"`,
    '  case $words[1] in',
    ...commands.map(branch),
    '  esac',
    '  return ret',
    '}',
    '',
    '# Read by `source`, it makes itself known; from a folder of $fpath it is called by its name.',
    'if [[ $funcstack[1] == _kpi ]]; then',
    '  _kpi "$@"',
    'else',
    '  compdef _kpi kpi',
    'fi',
    '',
  ].join('\n');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** Inside the brackets and between the colons of a specification. */
const escaped = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

/** A function that offers the words of a list; in a list separated by commas it is called by _sequence. */
function listing(name: string, words: readonly Listed[]): string[] {
  const items = words.map(({ word, doc }) => quoted(doc === '' ? escaped(word) : `${escaped(word)}:${doc}`));
  const lines = words.some(({ doc }) => doc !== '') ? items.map((item) => `    ${item}`) : [folded(items, 4)];
  return [
    ...['', `_kpi_${name}() {`, '  local -a listed', '  listed=(', ...lines, '  )'],
    ...[`  _describe -t ${name} ${name} listed "$@"`, '}'],
  ];
}

function branch({ name, names, options }: CommandShape): string {
  const specs = [
    ...options.flatMap((option) => optionSpecs(option, option.names.includes('--help') ? '(- : *)' : '')),
    ...names.map(nameSpec),
  ];
  const lines = ['_arguments -s -S', ...specs, '&& ret=0'].map((line) => `      ${line}`);
  return [`    ${name})`, lines.join(' \\\n'), '      ;;'].join('\n');
}

/** One specification for each name of an option; once given, it is not offered again, unless it may be given several times. */
function optionSpecs({ names, doc, many, value }: OptionShape, excludes: string): string[] {
  const others = many ? '*' : excludes || (names.length > 1 ? `(${names.join(' ')})` : '');
  return names.map((name) => {
    const equals = value === null ? '' : name.startsWith('--') ? '=' : '+';
    const takes = value === null ? '' : `:${escaped(value.name)}:${action(value.place)}`;
    return quoted(`${others}${name}${equals}[${escaped(doc)}]${takes}`);
  });
}

const nameSpec = ({ name, place, many }: NameShape, at: number): string =>
  quoted(`${many ? '*' : at + 1}:${escaped(name)}:${action(place)}`);

/** What offers the words of a place; a blank offers nothing and shows the name of the value. */
function action(place: Place): string {
  if (place.is === 'words') return `${place.several ? '_sequence ' : ''}_kpi_${place.list}`;
  return { file: '_files', folder: '_files -/', text: ' ' }[place.is];
}
