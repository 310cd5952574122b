using System.Text.Json;
using ClaimTracker.Api.Features.History;

namespace ClaimTracker.Api.Tests.Features.History;

public sealed class FieldDiffTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", """{"a":1,"b":"y"}""", "b: \"x\" -> \"y\"")]
    [InlineData("""{"a":{"b":{"c":1,"d":2}}}""", """{"a":{"b":{"c":1,"d":3}}}""", "a.b.d: 2 -> 3")]
    [InlineData("null", """{"text":"new","locator":{"page":"3","cell":null}}""", "text: null -> \"new\"", "locator.page: null -> \"3\"")]
    [InlineData("""{"text":"old","tags":[]}""", "null", "text: \"old\" -> null", "tags: [] -> null")]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["b","a"]}""", "tags: [\"a\",\"b\"] -> [\"b\",\"a\"]")]
    [InlineData("""{"locator":null}""", """{"locator":{"page":"3"}}""", "locator.page: null -> \"3\"")]
    [InlineData("""{"rating":{"name":"True"}}""", """{"rating":"True"}""", "rating: {\"name\":\"True\"} -> \"True\"")]
    [InlineData("""{"b":1,"a":1}""", """{"c":2,"a":2}""", "b: 1 -> null", "a: 1 -> 2", "c: null -> 2")]
    public void Each_field_that_differs_is_named_by_its_path(string before, string after, params string[] changes) =>
        Assert.Equal(changes, Diff(before, after), StringComparer.Ordinal);

    [Theory]
    [InlineData("""{"a":1.0,"b":[{"c":null}]}""", """{"b":[{"c":null}],"a":1}""")]
    [InlineData("""{"a":null}""", "{}")]
    [InlineData("null", "null")]
    [InlineData("null", "{}")]
    public void Values_with_the_same_meaning_do_not_differ(string before, string after) => Assert.Empty(Diff(before, after));

    [Fact]
    public void Two_missing_values_do_not_differ() => Assert.Empty(FieldDiff.Of(before: null, after: null));

    private static IEnumerable<string> Diff(string before, string after) =>
        FieldDiff.Of(JsonElement.Parse(before), JsonElement.Parse(after))
            .Select(static change => $"{change.Field}: {change.Before?.GetRawText() ?? "null"} -> {change.After?.GetRawText() ?? "null"}");
}
