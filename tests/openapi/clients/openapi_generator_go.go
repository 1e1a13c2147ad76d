// The twelve calls with openapi-generator's Go client: openapi_generator_go KEY URL…
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"

	"calls/peninsula"
)

type answers map[string]any

func must[T any](value T, _ *http.Response, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func reads(ctx context.Context, client *peninsula.APIClient, found answers) {
	ids := []string{}
	page := must(client.SummitsAPI.ListSummits(ctx).Limit(1).Execute())
	for {
		for _, summit := range page.Items {
			ids = append(ids, summit.Id)
		}
		if page.NextCursor.Get() == nil {
			break
		}
		page = must(client.SummitsAPI.ListSummits(ctx).Limit(1).Cursor(page.GetNextCursor()).Execute())
	}
	found["pages"] = ids

	summit := must(client.SummitsAPI.GetSummit(ctx, "singapore-2018").Execute())
	countries := []string{}
	for _, party := range summit.Parties {
		countries = append(countries, party.GetCountry())
	}
	found["get"] = []any{summit.GetStatus(), summit.GetDate(), countries}

	day := "2018-09-10"
	status := must(client.FacilitiesAPI.GetFacilityStatus(ctx, "sohae").AsOf(day).PublishedUntil(day).Execute())
	found["status"] = []any{status.Trend, status.GetLastObserved()}

	comparison := must(client.ParadesAPI.GetParadeComparison(ctx, "north-korea-2018-09-09").Execute())
	categories := []any{}
	for _, row := range comparison.Categories.NoLongerShown {
		categories = append(categories, row.Category)
	}
	found["comparison"] = []any{comparison.Parade.Id, categories}

	entries := [][]any{}
	for _, entry := range must(client.ViewsAPI.GetTimeline(ctx).From("2018-06-01").To("2018-06-30").Execute()).Items {
		entries = append(entries, []any{entry.Kind, entry.Record.Id})
	}
	found["timeline"] = entries

	results := []string{}
	for _, result := range must(client.ViewsAPI.GetSearch(ctx).Q("singapore").Execute()).Items {
		results = append(results, result.Record.Id)
	}
	found["search"] = results
}

func newSource(title string, published string, kind peninsula.SourceKind) peninsula.SourceWrite {
	return *peninsula.NewSourceWrite(title, *peninsula.NewNullableString(&published), kind)
}

// writable returns what was read as a body: the members that a body has.
func writable(read *peninsula.Source) peninsula.SourceWrite {
	text, err := json.Marshal(read)
	check(err)
	members, kept := map[string]any{}, map[string]any{}
	check(json.Unmarshal(text, &members))
	for _, field := range reflect.VisibleFields(reflect.TypeOf(peninsula.SourceWrite{})) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if value, isThere := members[name]; isThere {
			kept[name] = value
		}
	}
	text, err = json.Marshal(kept)
	check(err)
	body := peninsula.SourceWrite{}
	check(json.Unmarshal(text, &body))
	return body
}

func writes(ctx context.Context, client *peninsula.APIClient, found answers) {
	body := newSource("KCNA", "2018-09-10", peninsula.SOURCEKIND_STATE_MEDIA)
	created, answer, err := client.SourcesAPI.CreateSource(ctx).SourceWrite(body).Execute()
	check(err)
	found["create"] = []any{answer.StatusCode, created.GetPublishedLatest()}

	patch := peninsula.SourcePatch{}
	patch.SetLanguage("ko")
	tag := answer.Header.Get("ETag")
	patched, answer, err := client.SourcesAPI.PatchSource(ctx, created.Id).IfMatch(tag).SourcePatch(patch).Execute()
	check(err)
	found["patch"] = []any{patched.Revision, patched.GetLanguage()}

	whole := writable(patched)
	whole.SetPublisher("KCNA")
	tag = answer.Header.Get("ETag")
	replaced := must(client.SourcesAPI.ReplaceSource(ctx, created.Id).IfMatch(tag).SourceWrite(whole).Execute())
	found["put"] = []any{replaced.Revision, replaced.GetPublisher(), replaced.Kind}

	answer, err = client.SourcesAPI.DeleteSource(ctx, created.Id).IfMatch("*").Execute()
	check(err)
	found["delete"] = answer.StatusCode

	operations := []any{}
	types := []peninsula.ChangeType{peninsula.CHANGETYPE_SOURCE}
	for _, change := range must(client.ServiceAPI.ListChanges(ctx).Type_(types).Limit(500).Execute()).Items {
		if change.Id == created.Id {
			operations = append(operations, change.Operation)
		}
	}
	found["changes"] = operations

	body = newSource("No day", "2018-02-30", peninsula.SOURCEKIND_REPORT)
	_, _, err = client.SourcesAPI.CreateSource(ctx).SourceWrite(body).Execute()
	found["problem"] = refused(err)
}

func refused(err error) []any {
	var failure *peninsula.GenericOpenAPIError
	if !errors.As(err, &failure) {
		panic(err)
	}
	switch model := failure.Model().(peninsula.NotCreatableProblem); {
	case model.ValidationProblem != nil:
		pointers := []string{}
		for _, each := range model.ValidationProblem.Errors {
			pointers = append(pointers, each.Pointer)
		}
		return []any{model.ValidationProblem.Type, model.ValidationProblem.Status, pointers}
	default:
		return []any{model.Problem.Type, model.Problem.Status, []string{}}
	}
}

func main() {
	all := []answers{}
	for _, url := range os.Args[2:] {
		settings := peninsula.NewConfiguration()
		settings.Servers = peninsula.ServerConfigurations{{URL: url}}
		client := peninsula.NewAPIClient(settings)
		ctx := context.WithValue(context.Background(), peninsula.ContextAccessToken, os.Args[1])
		found := answers{}
		reads(ctx, client, found)
		writes(ctx, client, found)
		all = append(all, found)
	}
	text, err := json.Marshal(all)
	check(err)
	fmt.Println(string(text))
}
