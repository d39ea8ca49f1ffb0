# What the scripts beside this share: the app's stack of one stage, its outputs, and how its parameters are set.
# Sourced, not run. Everything is asked of AWS by its own command line: whoever may use that, may use these.
# shellcheck shell=bash
set -euo pipefail

stage=''
stack=''
dry_run=''

say() { printf '%s\n' "$*" >&2; }
die() {
  say "$(basename "$0"): $*"
  exit 1
}

# parse "$@": takes the options out, leaves the rest in `arguments`. The script's own head is its help.
parse() {
  arguments=()
  local word
  for word in "$@"; do
    case $word in
      -h | --help)
        sed -n '2,/^$/{s/^# \{0,1\}//p;}' "$0"
        exit 0
        ;;
      --dry-run) dry_run=yes ;;
      -*) die "no such option: $word (--help)" ;;
      *) arguments+=("$word") ;;
    esac
  done
  stage=${arguments[0]-}
  [[ $stage =~ ^(dev|staging|production)$ ]] || die "which stage: dev, staging or production? (--help)"
  # shellcheck disable=SC2034  # read by the scripts
  stack="dustjacket-$stage-app"
}

need_tag() {
  [[ $1 =~ ^sha-[0-9a-f]{7,64}$ ]] || die "an image is named by its commit, sha-<hex>, and not \"$1\""
}

# change COMMAND...: what changes something; said, and not done, in a dry run.
change() {
  if [[ $dry_run ]]; then
    say "would run: $*"
  else
    "$@"
  fi
}

# output NAME: an output of the stack.
output() {
  local value
  value=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue | [0]")
  [[ $value && $value != None ]] || die "$stack has no output $1"
  printf '%s\n' "$value"
}

# parameter NAME: what it is now; empty when it is not set.
parameter() {
  local value
  value=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query "Stacks[0].Parameters[?ParameterKey=='$1'].ParameterValue | [0]")
  [[ $value == None ]] || printf '%s\n' "$value"
}

# set_parameter NAME VALUE: changes it and nothing else, and waits until everything is steady. CloudFormation takes a
# change back that does not become steady; this fails then, and says what went wrong first.
set_parameter() {
  local name=$1 value=$2 one keys settings=()
  if [[ $(parameter "$name") == "$value" ]]; then
    say "$name is $value already"
    return
  fi
  keys=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query 'Stacks[0].Parameters[].ParameterKey')
  for one in $keys; do
    [[ $one == "$name" ]] || settings+=("ParameterKey=$one,UsePreviousValue=true")
  done
  say "$stack: $name=$value"
  change aws cloudformation update-stack --stack-name "$stack" --use-previous-template \
    --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM \
    --parameters "ParameterKey=$name,ParameterValue=$value" "${settings[@]}" --output text >&2
  change aws cloudformation wait stack-update-complete --stack-name "$stack" || {
    aws cloudformation describe-stack-events --stack-name "$stack" --output text \
      --query "StackEvents[?ends_with(ResourceStatus, '_FAILED')].[Timestamp, LogicalResourceId, ResourceStatusReason]" |
      head -20 >&2 || true
    die "$name=$value did not become steady; CloudFormation takes it back"
  }
}
