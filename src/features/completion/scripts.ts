/** The shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * What a shell loads. Each asks induct for what may follow: the words before the cursor, then the one that is being
 * typed behind a colon, since some shells leave out an empty word. A line of the answer is a word, a tab, what it is.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: String.raw`# Completion of induct for bash. For good: add this line to ~/.bashrc
#   source <(induct completion bash)
_induct() {
  local IFS=$'\n'
  local typed="${'$'}{COMP_WORDS[COMP_CWORD]}"
  local given=("${'$'}{COMP_WORDS[@]:1:COMP_CWORD-1}")
  COMPREPLY=($(induct completion -- ${'$'}{given[@]+"${'$'}{given[@]}"} ":$typed" 2>/dev/null | cut -f1))
}
complete -o default -F _induct induct
`,
  zsh: String.raw`#compdef induct
# Completion of induct for zsh. For good: add this line to ~/.zshrc, after compinit
#   source <(induct completion zsh)
_induct() {
  local -a found values
  local line
  found=("${'$'}{(@f)$(induct completion -- "${'$'}{(@)words[2,CURRENT-1]}" ":${'$'}{words[CURRENT]}" 2>/dev/null)}")
  for line in $found; do
    values+=("${'$'}{${'$'}{line%%$'\t'*}//:/\\:}:${'$'}{line#*$'\t'}")
  done
  if (( ${'$'}{#values} )); then
    _describe 'induct' values
  else
    _files
  fi
}
if [ "${'$'}{funcstack[1]}" = "_induct" ]; then
  _induct "$@"
else
  compdef _induct induct
fi
`,
  fish: `# Completion of induct for fish. For good:
#   induct completion fish > ~/.config/fish/completions/induct.fish
function __induct_complete
    set -l given (commandline -opc)
    set -e given[1]
    set -l typed (commandline -ct)
    induct completion -- $given ":$typed" 2>/dev/null
end
complete -c induct -f -a '(__induct_complete)'
complete -c induct -n '__fish_seen_subcommand_from import new use check' -F
`,
  powershell: `# Completion of induct for PowerShell. For good: add this line to the file that $PROFILE names
#   induct completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName @('induct', 'induct.cmd') -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $given = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    & induct completion '--' @given ":$wordToComplete" 2>$null | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
`,
};
