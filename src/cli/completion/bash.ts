import type { Listed } from './lists.ts';
import { folded, head, valued } from './script.ts';
import type { NameShape, OptionShape, Place, Shape } from './shape.ts';

const install = [
  'With the package bash-completion, into the folder that it reads:',
  '  mkdir -p ~/.local/share/bash-completion/completions',
  '  kpi completion bash > ~/.local/share/bash-completion/completions/kpi',
  'Without it, into a file that ~/.bashrc reads:',
  '  kpi completion bash > ~/.kpi-completion.bash',
  "  echo '. ~/.kpi-completion.bash' >> ~/.bashrc",
  'Then open a new shell.',
];

/**
 * The completion script for bash. It uses only what bash 3.2, that of macOS, knows; `compopt` is missing there, so that
 * files are offered where nothing can be. Files are left to readline, which knows how to quote them.
 */
export function bashScript(shape: Shape, version: string): string {
  const { commands, options, lists } = shape;
  const ofCommand = commands.map(({ name, options: own }) => [name, own] as const);
  return [
    ...head('bash', version, install),
    '',
    '# _kpi_list name: the words of a list, in `listed`.',
    '_kpi_list() {',
    '  case $1 in',
    ...[...lists].map(([name, list]) => listing(quoted(name), wordsOf(list))),
    '    *) listed=() ;;',
    '  esac',
    '}',
    '',
    '# _kpi_options command: its options, in `listed`.',
    '_kpi_options() {',
    '  case $1 in',
    ...[['', options] as const, ...ofCommand].map(([name, own]) => listing(quoted(name), namesOf(own))),
    '    *) listed=() ;;',
    '  esac',
    '}',
    '',
    '# _kpi_value "command option": what its value is, in `place`; empty where it takes none.',
    '_kpi_value() {',
    '  case $1 in',
    ...valued(shape).map(({ place, at }) => deciding(at.map(quoted), place)),
    "    *) place='' ;;",
    '  esac',
    '}',
    '',
    '# _kpi_name "command n": what stands behind a command after n other names, in `place`.',
    '_kpi_name() {',
    '  case $1 in',
    `    ' 0') place='word command' ;;`,
    ...commands.flatMap(({ name, names }) => names.map((one, at) => deciding([afterNames(name, one, at)], one.place))),
    '    *) place=text ;;',
    '  esac',
    '}',
    '',
    engine,
  ].join('\n');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const wordsOf = (list: readonly Listed[]): string[] => list.map(({ word }) => word);
const namesOf = (options: readonly OptionShape[]): string[] => options.flatMap(({ names }) => names);
const afterNames = (command: string, { many }: NameShape, at: number): string =>
  many ? `${quoted(`${command} `)}*` : quoted(`${command} ${at}`);

/** A case that puts words into `listed`. */
function listing(label: string, words: readonly string[]): string {
  const items = words.map(quoted);
  const short = `    ${label}) listed=(${items.join(' ')}) ;;`;
  return short.length <= 120 ? short : `    ${label})\n      listed=(\n${folded(items, 8)}\n      )\n      ;;`;
}

/** A case that says what a place is. */
function deciding(labels: readonly string[], place: Place): string {
  const is = place.is === 'words' ? quoted(`${place.several ? 'words' : 'word'} ${place.list}`) : place.is;
  const patterns = labels.map((label, at) => (at === labels.length - 1 ? `${label})` : `${label} |`));
  const short = `    ${patterns.join(' ')} place=${is} ;;`;
  return short.length <= 120
    ? short
    : `${folded(patterns, 4, 118).replaceAll('\n', ' \\\n')}\n      place=${is}\n      ;;`;
}

/** The constant part, whatever there is to complete. */
const engine = `_kpi() {
  local typed=() listed=() line=\${COMP_LINE:0:COMP_POINT} rest piece i
  # Bash parts words at = and : as well: what no blank parts is put together again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    rest=\${line#"\${line%%[![:space:]]*}"}
    piece=\${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then piece=$rest; fi
    if ((i > 0)) && [[ $rest == "$line" ]]; then
      typed[\${#typed[@]} - 1]+=$piece
    else
      typed+=("$piece")
    fi
    line=\${rest#"$piece"}
  done

  local last=$((\${#typed[@]} - 1)) command='' names=0 place='' awaited='' ended='' word
  for ((i = 1; i < last; i++)); do
    word=\${typed[i]}
    if [[ -n $awaited ]]; then
      awaited=''
    elif [[ -z $ended && $word == -- ]]; then
      ended=yes
    elif [[ -z $ended && $word == -?* ]]; then
      _kpi_value "$command $word"
      awaited=$place
    elif [[ -z $command ]]; then
      command=$word
    else
      names=$((names + 1))
    fi
  done

  local current=\${typed[last]} before=''
  if [[ -n $awaited ]]; then
    place=$awaited
  elif [[ -z $ended && $current == --*=* ]]; then
    _kpi_value "$command \${current%%=*}"
    # Where bash parts words at =, only what stands behind it is replaced.
    if [[ $COMP_WORDBREAKS != *=* ]]; then before=\${current%%=*}=; fi
    current=\${current#*=}
  elif [[ -z $ended && $current == -* ]]; then
    place=options
  else
    _kpi_name "$command $names"
  fi

  COMPREPLY=()
  case $place in
    file) return ;;
    folder)
      compopt +o default -o dirnames 2> /dev/null
      return
      ;;
    options) _kpi_options "$command" ;;
    word*) _kpi_list "\${place#* }" ;;
  esac
  compopt +o default 2> /dev/null
  current=\${current#[\\"\\']}
  local taken=''
  if [[ $place == words* ]]; then
    compopt -o nospace 2> /dev/null
    if [[ $current == *,* ]]; then
      taken=,\${current%,*},
      before+=\${current%,*},
      current=\${current##*,}
    fi
  fi
  for word in \${listed[@]+"\${listed[@]}"}; do
    if [[ $word == "$current"* && $taken != *",$word,"* ]]; then COMPREPLY+=("$before$word"); fi
  done
}

complete -o default -F _kpi kpi
`;
