import type { Listed } from './lists.ts';
import { folded, head, valued } from './script.ts';
import type { NameShape, OptionShape, Place, Shape } from './shape.ts';

const install = [
  'Into the folder that fish reads:',
  '  mkdir -p ~/.config/fish/completions',
  '  kpi completion fish > ~/.config/fish/completions/kpi.fish',
  'Every shell has it at once.',
];

/** The completion script for fish, from version 3.0 on. */
export function fishScript(shape: Shape, version: string): string {
  const { commands, options, lists } = shape;
  const taking = valued(shape).flatMap(({ at }) => at);
  return [
    ...head('fish', version, install),
    '',
    '# __kpi_at command [least [most]]: whether that is the command at hand, with so many names behind it.',
    'function __kpi_at',
    '    set -l words (commandline -opc)',
    '    # Before its name may stand variables: A=1 kpi report',
    "    while string match -q -- '*=*' $words[1]",
    '        set -e words[1]',
    '    end',
    '    set -e words[1]',
    "    set -l command ''",
    '    set -l names 0',
    '    set -l awaited no',
    '    set -l ended no',
    '    for word in $words',
    '        if test $awaited = yes',
    '            set awaited no',
    '        else if test $ended = no; and test x$word = x--',
    '            set ended yes',
    "        else if test $ended = no; and string match -q -- '-?*' $word",
    '            if contains -- "$command $word" \\',
    `${folded(taking.map(quoted), 20, 110).replaceAll('\n', ' \\\n')}`,
    '                set awaited yes',
    '            end',
    '        else if test -z $command',
    '            set command $word',
    '        else',
    '            set names (math $names + 1)',
    '        end',
    '    end',
    '    test "$command" = $argv[1]',
    '    and not begin; set -q argv[2]; and test $names -lt $argv[2]; end',
    '    and not begin; set -q argv[3]; and test $names -gt $argv[3]; end',
    'end',
    '',
    '# __kpi_part function: the words that it prints, behind the words that a list parted by commas has already.',
    'function __kpi_part',
    "    set -l before (commandline -ct | string replace -r '^--[^=]*=' '' | string match -r '^.*,')",
    '    for word in ($argv[1])',
    '        set -l name (string split -m 1 \\t -- $word)[1]',
    '        string match -q -- "*,$name,*" ",$before"; or echo "$before$word"',
    '    end',
    'end',
    ...[...lists].flatMap(([name, words]) => listing(name, words)),
    '',
    'complete -c kpi -e',
    'complete -c kpi -f',
    naming("''", { name: 'command', place: { is: 'words', list: 'command', several: false }, many: false }, 0),
    ...options.map((option) => completing("''", option)),
    ...commands.flatMap(({ name, names, options: own }) => [
      '',
      ...names.map((one, at) => naming(name, one, at)),
      ...own.map((option) => completing(name, option)),
    ]),
    '',
  ].join('\n');
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A function that prints the words of a list with what they mean. */
function listing(name: string, words: readonly Listed[]): string[] {
  // Without a tab, fish shows the purpose of the option after every word.
  const items = words.map(({ word, doc }) => `${word}\\t${doc === '' ? '' : quoted(doc)}`);
  return [
    '',
    `function __kpi_${name}`,
    "    printf '%s\\n' \\",
    folded(items, 8, 110).replaceAll('\n', ' \\\n'),
    'end',
  ];
}

/** What a place may hold, as arguments of `complete`. */
function placed(place: Place): string {
  if (place.is === 'words') return `-x -a '(${place.several ? '__kpi_part ' : ''}__kpi_${place.list})'`;
  return { file: '-F', folder: "-x -a '(__fish_complete_directories)'", text: '-x' }[place.is];
}

/** What may follow a command and `at` other names. */
const naming = (command: string, { place, many }: NameShape, at: number): string =>
  `complete -c kpi -n "__kpi_at ${command} ${at}${many ? '' : ` ${at}`}" ${placed(place)}`;

function completing(command: string, { names, doc, value }: OptionShape): string {
  const called = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const takes = value === null ? [] : [value.place.is === 'file' ? '-r -F' : placed(value.place)];
  return [`complete -c kpi -n "__kpi_at ${command}"`, ...called, ...takes, '-d', quoted(doc)].join(' ');
}
