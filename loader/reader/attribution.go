package reader

import "github.com/newsgraph/newsgraph/loader/article"

type attributor struct{ *document }

func newAttributor(d *document, names []article.Name) *attributor { return &attributor{d} }
func (t *attributor) attributions() []article.Attribution         { return nil }
