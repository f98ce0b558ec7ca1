package schema

import (
	"bytes"
	"compress/gzip"
	"embed"
	"html/template"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed assets/*.gz assets/graphiql.html assets/page.js assets/page.css
var assets embed.FS

// pagePolicy keeps the GraphiQL page from loading anything from elsewhere. CodeMirror sets styles by itself, and
// the fonts are in the style sheet.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// graphiql serves a page on which to write queries to the API at the endpoint, a path as the browser sees it.
// All that the page needs is in the program.
func graphiql(endpoint string) http.Handler {
	var page bytes.Buffer
	if err := template.Must(template.ParseFS(assets, "assets/graphiql.html")).Execute(&page, endpoint); err != nil {
		panic(err) // a string cannot fail to be written
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", pagePolicy)
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(page.Bytes())
	})
	mux.HandleFunc("GET /assets/{name}", serveAsset)
	return mux
}

// serveAsset serves a file of the page. Those from npm have their version in the name, and never change.
func serveAsset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	w.Header().Set("Vary", "Accept-Encoding")
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if packed, err := assets.ReadFile("assets/" + name + ".gz"); err == nil {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		writePacked(w, r, packed)
		return
	}
	plain, err := fs.ReadFile(assets, "assets/"+name)
	if err != nil || strings.HasSuffix(name, ".gz") || name == "graphiql.html" {
		w.Header().Del("Content-Type")
		http.NotFound(w, r)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(plain))
}

func writePacked(w http.ResponseWriter, r *http.Request, packed []byte) {
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(packed))
		return
	}
	unpack, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		http.Error(w, "the file is damaged", http.StatusInternalServerError)
		return
	}
	// The client is gone when this fails: the file is sound, a test has read it.
	_, _ = io.Copy(w, unpack) //nolint:gosec // the archive is our own
}
