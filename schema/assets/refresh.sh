#!/bin/sh
# Fetches the files of the GraphiQL page from npm, checks them and puts them here, compressed.
# Run it by `sh schema/assets/refresh.sh`; it needs npm, tar, gzip and sha256sum.
# For another version change it here, in the file's name and in graphiql.html; put in the new sums by hand.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# take PACKAGE VERSION FILE NAME SHA256
take() {
	dir=$work/$(echo "$1" | tr / _)
	if [ ! -d "$dir" ]; then
		mkdir -p "$dir"
		(cd "$dir" && npm pack --silent "$1@$2" >/dev/null && tar xzf ./*.tgz)
	fi
	echo "$5  $dir/package/$3" | sha256sum --check --quiet -
	case $4 in
	*.js | *.css) gzip -9n <"$dir/package/$3" >"$4.gz" ;;
	*) cp "$dir/package/$3" "$4" ;;
	esac
}

take graphiql 4.1.2 graphiql.min.js graphiql-4.1.2.min.js 867226ba8af5ce7949903fc53932f78dac9f4bfc6cc8da0fd3869b8bc6c5256b
take graphiql 4.1.2 graphiql.min.css graphiql-4.1.2.min.css 30487e07635d312a63f647b140d37740a73c53332b0975bf4b1fe985ca6ec885
take graphiql 4.1.2 LICENSE LICENSE.graphiql 4b18fbe55c4e8f9169cb702be138f4d858a2dad920c39857204ffdc9c1c9fdc4
take @graphiql/plugin-explorer 4.0.6 dist/index.umd.js plugin-explorer-4.0.6.js 50cf2c58e4b45daf722d8f39aba0a5874a45e2aa715fe4ce709e357e5102a81b
take @graphiql/plugin-explorer 4.0.6 dist/style.css plugin-explorer-4.0.6.css 68909a4ae23bfadfc4591acb4e2b3c8d4f44153b9ae7fa3b7e7c319eba310ef1
take react 18.2.0 umd/react.production.min.js react-18.2.0.min.js 4b4969fa4ef3594324da2c6d78ce8766fbbc2fd121fff395aedf997db0a99a06
take react 18.2.0 LICENSE LICENSE.react 52412d7bc7ce4157ea628bbaacb8829e0a9cb3c58f57f99176126bc8cf2bfc85
take react-dom 18.2.0 umd/react-dom.production.min.js react-dom-18.2.0.min.js 21758ed084cd0e37e735722ee4f3957ea960628a29dfa6c3ce1a1d47a2d6e4f7
