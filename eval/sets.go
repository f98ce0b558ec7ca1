package eval

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsgraph/newsgraph/eval/events"
	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/eval/halves"
	"github.com/newsgraph/newsgraph/eval/identity"
	"github.com/newsgraph/newsgraph/eval/statements"
	"github.com/newsgraph/newsgraph/eval/times"
)

// The errors of choosing a data set.
var (
	// ErrNoSet is returned for a data set that is not known.
	ErrNoSet = errors.New("no such data set")
	// ErrNoData is returned when a data set is not on this machine.
	ErrNoData = errors.New("the data set is not here")
)

// defaultData is where the data sets lie, seen from the repository.
const defaultData = "../shared/data"

// Set is a data set.
type Set struct {
	Name  string
	Path  string // below the folder of the data sets; empty for those that the program carries
	What  string // what it is, for people
	Held  bool   // a test half: its scores may be looked at, its texts and faults not
	Tune  bool   // to tune on: measured when it is asked for by name only
	Noisy bool   // another set, spoiled
	Clean bool   // the first stage must take noise out of the text; of all others it must take the text as it is

	known      bool               // one of Sets, not a file that the user named
	givesNames bool               // gold names stand in for the reader's
	finish     func(total *tally) // measures across texts, when all are compared; nil: nothing
	load       loading
}

// Sets are the known data sets, by name.
func Sets() []*Set {
	sets := []*Set{
		{Name: "crossner-politics", Path: "names/crossner/politics/dev.txt", What: "names and events, Wikipedia", load: inFormat(gold.ReadTagged, nameSamples)},
		{Name: "event-location", Path: "events/event_location.json.gz", What: "where an event happened, one half", Held: true, load: loadHappened(1)},
		{Name: "event-location-train", Path: "events/event_location.json.gz", What: "the other half, to tune on", Tune: true, load: loadHappened(0)},
		{Name: "events-dev", What: "coded events, our own, to tune on", load: ofOurs(events.Load, eventSample, halves.Dev)},
		{Name: "events-test", What: "coded events, our own, test half: numbers only", Held: true, load: ofOurs(events.Load, eventSample, halves.Test)},
		{Name: "ecb-entities", Path: "events/ecbplus.tar.gz", What: "who is the same across articles, ECB+ topics 1 to 35", load: loadTopics},
		{Name: "ecb-events", Path: "events/ecbplus.tar.gz", What: "which coded events are one across articles, ECB+ topics 26 to 35", Held: true, load: loadHappenings(26, 35)},
		{Name: "ecb-events-train", Path: "events/ecbplus.tar.gz", What: "the same, topics 1 to 25, to tune on", Tune: true, load: loadHappenings(1, 25)},
		{Name: "ewt", Path: "roles/ewt_srl.dev.conll", What: "predicates and roles, web texts", load: inFormat(gold.ReadRoles, roleSamples)},
		{Name: "geovirus", Path: "places/GeoVirus.xml", What: "where places are, news of epidemics, test half: numbers only (names given)", Held: true, givesNames: true, load: loadPlaces},
		{Name: "geovirus-dev", Path: "places/GeoVirus.xml", What: "the same, to tune on", Tune: true, givesNames: true, load: loadPlaces},
		{Name: "gum", Path: "gum.tar.gz", What: "pronouns, many genres (names given)", givesNames: true, load: loadPronouns},
		{Name: "gum-train", Path: "gum.tar.gz", What: "the same, to tune on", Tune: true, givesNames: true, load: loadPronouns},
		{Name: "identity-dev", What: "pairs of names, our own, to tune on", load: ofOurs(identity.Load, pairSample, halves.Dev)},
		{Name: "identity-test", What: "pairs of names, our own, test half: numbers only", Held: true, load: ofOurs(identity.Load, pairSample, halves.Test)},
		{Name: "lgl", Path: "places/lgl.xml", What: "where places are, local news, test half: numbers only (names given)", Held: true, givesNames: true, load: loadPlaces},
		{Name: "lgl-dev", Path: "places/lgl.xml", What: "the same, to tune on", Tune: true, givesNames: true, load: loadPlaces},
		{Name: "noise", What: "lines of the example articles that are no text: names read in them", Clean: true, load: loadNoise},
		{Name: "newsmtsc", Path: "stance/newsmtsc/devtest_rw.jsonl", What: "tone toward people and organizations, news sentences", load: inFormat(gold.ReadToned, toneSamples)},
		{Name: "newsmtsc-train", Path: "stance/newsmtsc/train.jsonl", What: "the same, to tune on", Tune: true, load: inFormat(gold.ReadToned, toneSamples)},
		{Name: "polnear", Path: "quotes/polnear.dev.jsonl", What: "attributions and speakers, US politics", load: inFormat(gold.ReadAttributed, attributionSamples)},
		{Name: "polnear-train", Path: "quotes/polnear.train.jsonl", What: "the same, to tune on", Tune: true, load: inFormat(gold.ReadAttributed, attributionSamples)},
		{Name: "statements-dev", What: "statements, our own, to tune on", load: ofOurs(statements.Load, ownSample, halves.Dev)},
		{Name: "statements-test", What: "statements, our own, test half: numbers only", Held: true, load: ofOurs(statements.Load, ownSample, halves.Test)},
		{Name: "times-dev", What: "time expressions, our own, to tune on", load: ofOurs(times.Load, timeSample, halves.Dev)},
		{Name: "times-test", What: "time expressions, our own, test half: numbers only", Held: true, load: ofOurs(times.Load, timeSample, halves.Test)},
		{Name: "worldwide", Path: "names/worldwide/dev.tsv", What: "names, world newswire", load: inFormat(gold.ReadTagged, nameSamples)},
		{Name: "worldwide-train", Path: "names/worldwide/train.tsv", What: "the same, to tune on", Tune: true, load: inFormat(gold.ReadTagged, nameSamples)},
	}
	sets = append(append(sets, spoiled(sets)...), located()...)
	for _, s := range sets {
		s.known = true
	}
	return sets
}

// Quick is each how many-th text is enough for a fast test: all of the sets of our own, which are small.
func (s *Set) Quick() int {
	if s.Path == "" {
		return 1
	}
	return 8
}

// formats are the formats of files that the user names, as FORMAT=PATH.
func formats() []*Set {
	return []*Set{
		{Name: "names", What: "token and BIO tag a line", load: inFormat(gold.ReadTagged, nameSamples)},
		{Name: "attributions", What: "JSON lines with source, cue, content", load: inFormat(gold.ReadAttributed, attributionSamples)},
		{Name: "pronouns", What: "CoNLL-U with GUM's entities", givesNames: true, load: loadPronouns},
		{Name: "roles", What: "columns with PropBank roles", load: inFormat(gold.ReadRoles, roleSamples)},
	}
}

// Choose returns the data set of a name, or of FORMAT=PATH for a file in the format of one. It returns [ErrNoSet] for others.
func Choose(name string) (*Set, error) {
	for _, s := range Sets() {
		if s.Name == name {
			return s, nil
		}
	}
	format, path, isFile := strings.Cut(name, "=")
	var known []string
	for _, f := range formats() {
		if isFile && f.Name == format {
			abs, err := filepath.Abs(path)
			if err != nil {
				return nil, err
			}
			f.Name, f.Path = name, abs
			return f, nil
		}
		known = append(known, f.Name+"=PATH")
	}
	var names []string
	for _, s := range Sets() {
		names = append(names, s.Name)
	}
	return nil, fmt.Errorf("%w: %q; there are %s, and %s for files of your own",
		ErrNoSet, name, strings.Join(names, ", "), strings.Join(known, ", "))
}

// command is the command line that measures the set.
func (s *Set) command(every int) string {
	if every > 1 {
		return fmt.Sprintf("newsgraph eval --every %d %s", every, s.Name)
	}
	return "newsgraph eval " + s.Name
}

// samples reads the set.
func (s *Set) samples(o *Options) ([]sample, error) {
	if s.Path == "" {
		return s.load(s, s.Name, nil)
	}
	path := filepath.FromSlash(s.Path)
	if !filepath.IsAbs(path) {
		data := o.Data
		if data == "" {
			data = defaultData
		}
		path = filepath.Join(filepath.FromSlash(data), path)
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s has no file %s; say with --data where the data sets lie", ErrNoData, s.Name, path)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	return s.load(s, path, f)
}

// loading reads the samples of a set from the file with the name.
type loading func(s *Set, name string, r io.Reader) ([]sample, error)

// inFormat loads texts of a format.
func inFormat[T any](read func(name string, r io.Reader) ([]T, error), samples func([]T) []sample) loading {
	return func(_ *Set, name string, r io.Reader) ([]sample, error) {
		texts, err := read(name, r)
		if err != nil {
			return nil, err
		}
		return samples(texts), nil
	}
}

// ofOurs loads a half of gold data of our own.
func ofOurs[C any](load func(halves.Half) ([]C, error), sampleOf func(C) sample, half halves.Half) loading {
	return func(*Set, string, io.Reader) ([]sample, error) {
		cases, err := load(half)
		if err != nil {
			return nil, err
		}
		var out []sample
		for _, c := range cases {
			out = append(out, sampleOf(c))
		}
		return out, nil
	}
}

// loadPronouns reads the dev part of GUM's archive (the train part for a set to tune on), or one text.
func loadPronouns(s *Set, name string, r io.Reader) ([]sample, error) {
	if !strings.HasSuffix(name, ".gz") {
		c, err := gold.ReadCoref(name, r)
		if err != nil {
			return nil, err
		}
		return pronounSamples([]gold.Coref{c}), nil
	}
	split := "dev"
	if s.Tune {
		split = "train"
	}
	texts, err := gold.ReadCorefArchive(name, r, split)
	if err != nil {
		return nil, err
	}
	return pronounSamples(texts), nil
}
