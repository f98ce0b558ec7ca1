// Command fit learns the weights of package toponym from the tuning halves of the data sets of places, and prints how often the right place
// is chosen there:
//
//	go run ./internal/toponym/fit --data ../shared/data --out internal/toponym/weights.go
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/internal/gazetteer"
	"github.com/newsgraph/newsgraph/internal/toponym"
)

// near is how far from the right place a candidate may be to be it, in kilometres: the measure of the literature, 100 miles.
const near = 161

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "weights.go", "the file to write")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	g := gazetteer.Open()
	var texts []gold.Placed
	for _, name := range []string{"lgl", "GeoVirus"} {
		path := filepath.Join(data, "places", name+".xml")
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		all, err := gold.ReadPlaced(path, f)
		_ = f.Close()
		if err != nil {
			return err
		}
		texts = append(texts, gold.TuningHalf(all)...)
	}
	var w toponym.Weights
	for pass := range w {
		w[pass] = toponym.PreferCountries(learn(examples(toponym.NewWith(g, w), texts, pass)))
		report(toponym.NewWith(g, upTo(w, pass)), texts, pass)
	}
	return write(w, out)
}

// upTo are the weights with those of the passes after one set to its own, so that they change nothing.
func upTo(w toponym.Weights, pass int) toponym.Weights {
	for p := pass + 1; p < len(w); p++ {
		w[p] = w[pass]
	}
	return w
}

// example is a name with its candidates.
type example struct {
	features []toponym.Features
	right    []bool
	weight   float64
}

// asText groups the marked passages of one spelling, as the stage does.
func asText(p *gold.Placed) (*toponym.Text, [][]gold.PlacedName) {
	t := &toponym.Text{Text: p.Text, URL: p.URL}
	at := map[string]int{}
	var marks [][]gold.PlacedName
	for _, m := range p.Places {
		name := m.Span.Of(p.Text)
		key := gazetteer.Fold(name)
		i, ok := at[key]
		if !ok {
			i = len(t.Names)
			at[key] = i
			t.Names = append(t.Names, toponym.Name{Names: []string{name}})
			marks = append(marks, nil)
		}
		t.Names[i].Ends = append(t.Names[i].Ends, m.Span.End)
		marks[i] = append(marks[i], m)
	}
	return t, marks
}

// aloneAgain is how often an example that is alone counts.
const aloneAgain = 4

// examples are the names of the texts, each among the others. Those that the text itself places ("Paris, Texas") are there once more, alone: where
// the others are known they say the same, and little would be left to learn from what stands beside a name.
func examples(r *toponym.Resolver, texts []gold.Placed, pass int) []example {
	var out []example
	for i := range texts {
		t, marks := asText(&texts[i])
		for n, candidates := range r.Candidates(t, pass) {
			out = appendExample(out, candidates, marks[n])
		}
		for n := range t.Names {
			alone := &toponym.Text{Text: t.Text, URL: t.URL, Names: t.Names[n : n+1]}
			if candidates := r.Candidates(alone, pass)[0]; slices.ContainsFunc(candidates, toponym.Candidate.IsTold) {
				for range aloneAgain {
					out = appendExample(out, candidates, marks[n])
				}
			}
		}
	}
	return out
}

// appendExample appends a name that has a right candidate and a wrong one.
func appendExample(out []example, candidates []toponym.Candidate, marks []gold.PlacedName) []example {
	e := example{weight: math.Sqrt(float64(len(marks)))}
	for _, c := range candidates {
		e.features, e.right = append(e.features, c.Features), append(e.right, isRight(&c.Place, &marks[0]))
	}
	if !slices.Contains(e.right, true) || !slices.Contains(e.right, false) {
		return out
	}
	return append(out, e)
}

// isRight tells whether the candidate is what is marked: near enough, and the same entry where the set tells it, or a town.
func isRight(c *gazetteer.Place, m *gold.PlacedName) bool {
	return isNear(c, m) && (m.GeoNames == 0 || m.GeoNames == c.GeoNames || c.Type == gazetteer.City)
}

func isNear(c *gazetteer.Place, m *gold.PlacedName) bool {
	return gazetteer.Distance(c.Latitude, c.Longitude, m.Latitude, m.Longitude) <= near
}

// learn maximizes the likelihood of the right candidates by Adam (Kingma and Ba 2015), with a small L2 penalty.
func learn(all []example) toponym.Features {
	var w, m, v toponym.Features
	const rate, beta1, beta2, penalty, steps = 0.05, 0.9, 0.999, 0.0003, 600
	for step := 1; step <= steps; step++ {
		gradient := toponym.Features{}
		total := 0.0
		for i := range all {
			all[i].gradient(&w, &gradient)
			total += all[i].weight
		}
		for k := range w {
			d := gradient[k]/total - penalty*w[k]
			m[k], v[k] = beta1*m[k]+(1-beta1)*d, beta2*v[k]+(1-beta2)*d*d
			w[k] += rate * (m[k] / (1 - math.Pow(beta1, float64(step)))) / (math.Sqrt(v[k]/(1-math.Pow(beta2, float64(step)))) + 1e-8)
		}
	}
	return w
}

// gradient adds the gradient of the logarithm of the right candidates' share.
func (e *example) gradient(w, into *toponym.Features) {
	scores := make([]float64, len(e.features))
	greatest := math.Inf(-1)
	for j := range e.features {
		for k, f := range e.features[j] {
			scores[j] += f * w[k]
		}
		greatest = max(greatest, scores[j])
	}
	all, right := 0.0, 0.0
	for j := range scores {
		scores[j] = math.Exp(scores[j] - greatest)
		all += scores[j]
		if e.right[j] {
			right += scores[j]
		}
	}
	for j := range scores {
		d := -scores[j] / all
		if e.right[j] {
			d += scores[j] / max(right, 1e-300)
		}
		for k, f := range e.features[j] {
			into[k] += e.weight * d * f
		}
	}
}

// report prints how many of the marked passages are resolved rightly, and how many have a right candidate at all.
func report(r *toponym.Resolver, texts []gold.Placed, pass int) {
	g := gazetteer.Open()
	right, possible, all := 0, 0, 0
	for i := range texts {
		t, marks := asText(&texts[i])
		candidates := r.Candidates(t, pass)
		for n, place := range r.Resolve(t) {
			m := &marks[n][0]
			all += len(marks[n])
			if slices.ContainsFunc(candidates[n], func(c toponym.Candidate) bool { return isNear(&c.Place, m) }) {
				possible += len(marks[n])
			}
			if place.ID == gazetteer.None {
				continue
			}
			if p := g.Place(place.ID); isNear(&p, m) {
				right += len(marks[n])
			}
		}
	}
	share := func(n int) float64 { return 100 * float64(n) / float64(all) }
	fmt.Fprintf(os.Stderr, "after pass %d: right %.1f %%, with a right candidate %.1f %%, of %d\n", pass, share(right), share(possible), all)
}

func write(w toponym.Weights, out string) error {
	var b bytes.Buffer
	b.WriteString("// Code generated by fit; DO NOT EDIT.\n\npackage toponym\n\n// fitted are the weights that fit learned.\nvar fitted = Weights{\n")
	for _, pass := range w {
		b.WriteString("\t{")
		for _, v := range pass {
			fmt.Fprintf(&b, "%.4g, ", v)
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	code, err := format.Source(b.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(out, code, 0o644)
}
