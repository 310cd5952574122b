using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Api.Domain.Fields;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaimTracker.Api.Domain.Claims;

/// <summary>
/// The filters of GET /claims as data: an object such as {"status": "open", "articleId": 3}, or the query string of them. It is checked
/// as the query of GET /claims is.
/// </summary>
/// <param name="Text">The query string, its keys in order, so that equal queries are equal.</param>
[JsonConverter(typeof(ClaimQueryConverter))]
internal sealed record ClaimQuery(string Text)
{
    /// <summary>What stands before the name of a filter in an error.</summary>
    public const string Path = "query.";

    private static readonly RequestShape Shape = RequestShape.Of(typeof(ClaimFilter));

    /// <summary>The filters that a query may have. A list that asks for another could ask for itself.</summary>
    public static readonly IReadOnlyDictionary<string, PropertyInfo> Filters =
        Shape.Query.Where(static filter => filter.Key != "list").ToDictionary(StringComparer.Ordinal);

    /// <summary>The values by filter.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        QueryHelpers.ParseQuery(Text).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal);

    public static ClaimQuery Of(IEnumerable<KeyValuePair<string, string>> values) =>
        new(new QueryBuilder(values.OrderBy(static value => value.Key, StringComparer.Ordinal)).ToString().TrimStart('?'));

    /// <exception cref="ProblemException">400: a filter is unknown, or its value has the wrong form.</exception>
    public ClaimFilter ToFilter()
    {
        var filter = new ClaimFilter();
        Shape.Family?.Bind(filter, Values);
        foreach (var (name, text) in Values.Where(static value => Shape.Family?.Has(value.Key) != true))
        {
            var property = Filters.GetValueOrDefault(name)
                ?? throw Problem.Invalid(name, $"is no filter that a list can keep. They are {string.Join(", ", Filters.Keys)}.");
            property.SetValue(filter, ParameterText.Parse(name, text, property.PropertyType));
        }

        return filter;
    }
}

internal sealed class ClaimQueryValidator : AbstractValidator<ClaimQuery>
{
    public static readonly ClaimQueryValidator Instance = new();

    public ClaimQueryValidator() => RuleFor(static q => q).Custom(static (query, context) =>
    {
        if (query.Text.Length == 0)
        {
            context.AddFailure("", "must have a filter of GET /claims");
            return;
        }

        foreach (var (field, message) in Faults(query))
        {
            context.AddFailure(field, message);
        }
    });

    private static IEnumerable<(string Field, string Message)> Faults(ClaimQuery query)
    {
        try
        {
            return ClaimFilterValidator.Instance.Validate(query.ToFilter()).Errors.Select(static e => (e.PropertyName, e.ErrorMessage));
        }
        catch (ProblemException wrong)
        {
            return wrong.Errors!.Select(static error => (error.Key, error.Value[0]));
        }
    }
}

internal sealed class ClaimQueryConverter : JsonConverter<ClaimQuery>
{
    private const string Expected = "must be an object with filters of GET /claims, or their query string";
    private const string Once = "must have each filter once, with a value";

    public override ClaimQuery Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return OfText(TextOf(ref reader, options)!);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ExpectedException(Expected);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (TextOf(ref reader, options) is { } text && !values.TryAdd(name, text))
            {
                throw new ExpectedException(Once);
            }
        }

        return ClaimQuery.Of(values);
    }

    public override void Write(Utf8JsonWriter writer, ClaimQuery value, JsonSerializerOptions options)
    {
        var filter = value.ToFilter();
        writer.WriteStartObject();
        foreach (var (name, property) in ClaimQuery.Filters)
        {
            if (property.GetValue(filter) is { } asked)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, asked is System.Collections.IList { Count: 1 } one ? one[0] : asked, options);
            }
        }

        foreach (var (name, text) in filter.FieldValues ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            writer.WriteString(FieldRules.Path(name), text);
        }

        writer.WriteEndObject();
    }

    private static ClaimQuery OfText(string text) => QueryKeys.Undecoded(text) is not null
        ? throw new ExpectedException("must be UTF-8 before it is percent-encoded")
        : ClaimQuery.Of(QueryHelpers.ParseQuery(text).Select(static filter => filter.Value is [{ Length: > 0 } value]
            ? KeyValuePair.Create(filter.Key, value)
            : throw new ExpectedException(Once)));

    // Several values of a filter have commas between them in a query string.
    private static List<string> ItemsOf(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.StartArray ? throw new ExpectedException(Expected) : TextOf(ref reader, options)
                ?? throw new ExpectedException(Expected));
        }

        return items;
    }

    private static string? TextOf(ref Utf8JsonReader reader, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => ((JsonConverter<string>)options.GetConverter(typeof(string))).Read(ref reader, typeof(string), options),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.Null => null,
        JsonTokenType.StartArray => string.Join(',', ItemsOf(ref reader, options)),
        _ => throw new ExpectedException(Expected),
    };
}
