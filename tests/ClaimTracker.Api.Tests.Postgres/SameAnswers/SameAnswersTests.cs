using System.Reflection;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaimTracker.Api.Tests.SameAnswers;

public sealed class SameAnswersTests(ScriptRun run) : IClassFixture<ScriptRun>
{
    private const int LeastCalls = 200;

    /// <summary>
    /// Use cases whose answers differ by nature, and whose own tests run on both engines: an archive has the salts of a history, an import
    /// and a fetch of a feed go on behind their answers, and a package says when its files were made.
    /// </summary>
    private static readonly string[] Apart =
    [
        "ExportArchive", "ExportPackage", "StartImport", "GetImport", "ListImports", "ListImportRows", "GetImportRowsAsCsv",
        "GetImportedReview", "ListImportedReviews", "CreateSubscription", "FetchSubscription", "GetSubscription", "ListSubscriptions",
        "DeleteSubscription",
    ];

    [Fact]
    public void Both_engines_answer_every_call_alike()
    {
        AssertNone(ByStep(run.Sqlite).Zip(ByStep(run.Postgres))
            .Where(static pair => pair.First != pair.Second)
            .Select(static pair => $"{pair.First.Step}\n\nSQLite answered {pair.First.Text}\n\nPostgreSQL answered {pair.Second.Text}"));
    }

    [Fact]
    public void Every_call_is_answered_with_the_status_that_the_script_says()
    {
        var surprises = run.Sqlite.Concat(run.Postgres)
            .Where(static exchange => exchange.Status != exchange.Step.Status)
            .Select(static exchange => $"{exchange.Step}\n\nshould answer {exchange.Step.Status}, and answered {exchange.Text}");

        AssertNone(surprises);
    }

    [Fact]
    public void The_script_is_long_and_calls_every_route_with_every_parameter_of_its_query()
    {
        Assert.True(Script.Steps.Count >= LeastCalls, $"The script has {Script.Steps.Count} calls.");
        Assert.Equal(
            EndpointTypes.All.Select(static type => type.Name),
            run.Routes.Select(static route => route.UseCase.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        AssertNone(run.Routes.Where(static route => !Apart.Contains(route.UseCase.Name, StringComparer.Ordinal))
            .GroupBy(static route => route.UseCase)
            .SelectMany(Uncalled));
    }

    private static IEnumerable<(Step Step, string Text)> ByStep(IEnumerable<Exchange> exchanges) =>
        exchanges.GroupBy(static exchange => exchange.Step)
            .Select(static pages => (pages.Key, string.Join("\n\n", pages.Select(static page => page.Text))));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = string.Join("\n\n----\n\n", faults);
        Assert.True(all.Length == 0, all);
    }

    // Of a parameter that takes a closed list of words, every word.
    private IEnumerable<string> Uncalled(IEnumerable<ApiRoute> forms)
    {
        var route = forms.First();
        var calls = run.Sqlite.Where(call => call.Status < 400 && forms.Any(form => Goes(call, form))).ToList();
        var queries = calls.Select(static call => QueryHelpers.ParseQuery(new Uri("http://host" + call.Address).Query)).ToList();
        return route.Shape.Query
            .SelectMany(parameter => Values(route, parameter.Value).Select(value => (Name: parameter.Key, Value: value)))
            .Where(wanted => !queries.Exists(query =>
                query.TryGetValue(wanted.Name, out var sent) && (wanted.Value is null || sent.ToString() == wanted.Value)))
            .Select(wanted => $"{route.Method} {route.Path}?{wanted.Name}={wanted.Value}")
            .Concat(calls.Count == 0 ? [$"{route.Method} {route.Path}"] : []);
    }

    private static bool Goes(Exchange call, ApiRoute route) =>
        new Route(route.Method.Method, route.Path).Matches($"{call.Step.Method} {call.Address.Split('?')[0]}");

    private static IReadOnlyList<string?> Values(ApiRoute route, PropertyInfo parameter) =>
        (RequestShape.ListedIn(parameter.PropertyType) ?? Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType)
        switch
        {
            { IsEnum: true } type => [.. EnumWords.All(type)],
            _ when parameter.Name == "Sort" => [.. Sorts(route).Keys],
            _ => [null],
        };

    private static Dictionary<string, SortColumn> Sorts(ApiRoute route) =>
        (Dictionary<string, SortColumn>)EndpointTypes.All.Single(type => type == route.UseCase).GetField("Sorts")!.GetValue(null)!;
}
