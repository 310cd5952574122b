using FluentValidation.Results;

namespace ClaimTracker.Api.Web.Problems;

/// <summary>Makes the refusals that use cases throw.</summary>
internal static class Problem
{
    /// <summary>How much of the name of a field an error repeats.</summary>
    private const int LongestField = 100;

    public static ProblemException Conflict(string detail, string? existing = null) =>
        new(ProblemType.Conflict, detail) { Existing = existing };

    public static ProblemException Malformed(string detail) => new(ProblemType.Malformed, detail);

    /// <summary>413, of a body over the limit of the service.</summary>
    public static ProblemException BodyTooLarge(long limit = HttpLimits.RequestBodyBytes) =>
        TooLarge($"The body must be at most {limit:N0} bytes.");

    public static ProblemException TooLarge(string detail) => new(ProblemType.TooLarge, detail);

    public static ProblemException UnsupportedMediaType(string[] allowed) =>
        UnsupportedMediaType(
            $"The body must be sent as {string.Join(" or ", allowed)}, in UTF-8; "
            + "text and pages also in another encoding that Content-Type names by its WHATWG label.");

    public static ProblemException UnsupportedMediaType(string detail) => new(ProblemType.UnsupportedMediaType, detail);

    public static ProblemException Invalid(string field, string message) => Invalid([new ValidationFailure(Shortened(field), message)]);

    /// <summary>Says what is wrong by field. A rule with the error code <c>too-large</c> makes it a 413.</summary>
    public static ProblemException Invalid(IReadOnlyCollection<ValidationFailure> failures)
    {
        var tooLarge = failures.Any(static failure => failure.ErrorCode == ProblemType.TooLarge.Slug);
        var errors = failures
            .GroupBy(static failure => failure.PropertyName, StringComparer.Ordinal)
            .ToDictionary(
                static field => field.Key,
                static field => field.Select(static f => f.ErrorMessage).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
        var (first, messages) = errors.First();
        return new(tooLarge ? ProblemType.TooLarge : ProblemType.Invalid, $"{first}: {messages[0]}") { Errors = errors };
    }

    // A name that we do not know is as long as its sender likes.
    private static string Shortened(string field)
    {
        if (field.Length <= LongestField)
        {
            return field;
        }

        var end = LongestField - 1;
        return field[..(char.IsHighSurrogate(field[end - 1]) ? end - 1 : end)] + "…";
    }
}
