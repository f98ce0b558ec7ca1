# Runs one server and ends it when standard input ends, which it does when the process that started this dies, however it dies.
# usage: sh supervise.sh java HOME KEEP|SCRATCH COMMAND…   or   sh supervise.sh docker NAME SCRATCH docker run …
# Commands on standard input, each answered by one line, itself and an exit status: start, kill (at once), alive.
trap '' INT HUP
kind=$1 name=$2 keep=$3
shift 3

start() {
	case $kind in
	java)
		"$@" </dev/null >>"$name/logs/console.log" 2>&1 &
		pid=$!
		;;
	docker) docker start "$name" >/dev/null 2>&1 || "$@" >/dev/null 2>&1 ;;
	esac
}

# end SIGNAL: ends the server and waits for it.
end() {
	case $kind in
	java)
		kill -s "$1" "$pid" 2>/dev/null
		wait "$pid" 2>/dev/null
		;;
	docker)
		if [ "$1" = KILL ]; then docker kill "$name"; else docker stop "$name"; fi >/dev/null 2>&1
		;;
	esac
}

# alive tells whether the server runs, as far as that can be told.
alive() {
	case $kind in
	java)
		command -v ps >/dev/null || return 0
		case $(ps -o stat= -p "$pid") in '' | Z*) return 1 ;; esac
		;;
	docker) [ "$(docker inspect -f '{{.State.Running}}' "$name" 2>/dev/null)" = true ] ;;
	esac
}

while read -r command; do
	case $command in
	start) start "$@" ;;
	alive) alive ;;
	kill) end KILL ;;
	esac
	echo "$command $?"
done
if [ "$keep" = KEEP ]; then end TERM; else end KILL; fi
if [ "$keep" = SCRATCH ]; then
	case $kind in
	java) rm -rf "$name" ;;
	docker) docker rm -f -v "$name" >/dev/null 2>&1 ;;
	esac
fi
