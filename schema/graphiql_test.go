package schema_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/schema"
)

func get(t *testing.T, h http.Handler, path, encoding string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestGraphiQL checks that the page and all that it names are served, and that nothing comes from elsewhere.
func TestGraphiQL(t *testing.T) {
	t.Parallel()
	h := newAPI(t, nil, nil)
	page := get(t, h, "/graphiql/", "")
	html := page.Body.String()
	if page.Code != 200 || !strings.Contains(html, `data-endpoint="/graphql"`) {
		t.Fatalf("%d %s", page.Code, html)
	}
	if !strings.HasPrefix(page.Header().Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(html, "//") {
		t.Errorf("the page may load from elsewhere: %v\n%s", page.Header(), html)
	}
	links := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(html, -1)
	if len(links) < 8 {
		t.Fatalf("only %d links: %s", len(links), html)
	}
	for _, link := range links {
		if link[1] == "data:," {
			continue
		}
		plain, packed := get(t, h, "/graphiql/"+link[1], "br"), get(t, h, "/graphiql/"+link[1], "br, gzip")
		if plain.Code != 200 || plain.Header().Get("Content-Encoding") != "" || plain.Body.Len() == 0 {
			t.Errorf("%s: %d %v", link[1], plain.Code, plain.Header())
		}
		if media := plain.Header().Get("Content-Type"); !strings.Contains(media, "javascript") && !strings.Contains(media, "css") {
			t.Errorf("%s: %s", link[1], media)
		}
		if packed.Header().Get("Content-Encoding") == "gzip" && !bytes.Equal(unpack(t, packed.Body), plain.Body.Bytes()) {
			t.Errorf("%s: packed and plain differ", link[1])
		}
		if strings.HasSuffix(link[1], ".css") && regexp.MustCompile(`url\(\s*["']?(https?:)?//|@import`).Match(plain.Body.Bytes()) {
			t.Errorf("%s loads from elsewhere", link[1])
		}
	}
	for _, path := range []string{"other", "assets/", "assets/none.js", "assets/graphiql.html", "assets/refresh.sh", "assets/..%2fgraphiql.go", "assets/react-18.2.0.min.js.gz"} {
		if got := get(t, h, "/graphiql/"+path, ""); got.Code != 404 {
			t.Errorf("%s: %d", path, got.Code)
		}
	}
}

func TestRoutes(t *testing.T) {
	t.Parallel()
	open := newAPI(t, nil, nil)
	if got := get(t, open, "/", ""); got.Code != http.StatusFound || got.Header().Get("Location") != "/graphiql/" {
		t.Errorf("%d %v", got.Code, got.Header())
	}
	closed := newAPI(t, nil, &schema.Options{DisableGraphiQL: true, DisableIntrospection: true})
	for _, path := range []string{"/", "/graphiql/", "/graphiql/assets/page.js", "/schema.graphql"} {
		if got := get(t, closed, path, ""); got.Code != http.StatusNotFound {
			t.Errorf("%s: %d although switched off", path, got.Code)
		}
	}
}

func unpack(t *testing.T, r io.Reader) []byte {
	t.Helper()
	z, err := gzip.NewReader(r)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestAssets checks the files from npm against the sums in the script that fetches them.
func TestAssets(t *testing.T) {
	t.Parallel()
	script, err := os.Open("assets/refresh.sh")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = script.Close() }()
	checked := 0
	for lines := bufio.NewScanner(script); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) != 6 || words[0] != "take" {
			continue
		}
		name, want := words[4], words[5]
		content, err := os.ReadFile("assets/" + name)
		if err != nil {
			packed, err := os.ReadFile("assets/" + name + ".gz")
			if err != nil {
				t.Fatal(err)
			}
			content = unpack(t, bytes.NewReader(packed))
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s is not what the script fetches", name)
		}
		checked++
	}
	if files, _ := os.ReadDir("assets"); checked != len(files)-5 {
		t.Errorf("%d of %d files are in the script", checked, len(files)-5)
	}
}
