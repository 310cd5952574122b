namespace ClaimTracker.Api.Domain.Fields;

/// <summary>A text by which the value of a field is kept.</summary>
internal sealed record FieldText(long FieldId, int Ordinal, string Value, string ValueKey);

/// <summary>Checks the values of fields that a claim, an article or a source is sent with.</summary>
internal static class FieldTexts
{
    /// <summary>The texts of the values of a new thing.</summary>
    /// <param name="tx">A read.</param>
    /// <param name="on">What it is.</param>
    /// <param name="values">The values, by the name of the field.</param>
    /// <param name="askRequired">Whether required fields are asked for.</param>
    /// <exception cref="ProblemException">400, by the name of the field.</exception>
    public static async Task<IReadOnlyList<FieldText>> OfNewAsync(
        ReadTx tx, FieldSubject on, IReadOnlyDictionary<string, FieldValue?>? values, bool askRequired = true)
    {
        var fields = await FieldReader.AllAsync(tx, on);
        var texts = Of(fields, values);
        var missing = askRequired ? fields.FirstOrDefault(field => field.Required && !texts.Any(text => text.FieldId == field.Id)) : null;
        return missing is null ? texts : throw Problem.Invalid(FieldRules.Path(missing.Name), "is required");
    }

    /// <summary>The texts of the values that an edit leaves. A required field without a value stays as it was.</summary>
    /// <exception cref="ProblemException">400, by the name of the field.</exception>
    public static async Task<IReadOnlyList<FieldText>> OfEditedAsync(
        ReadTx tx,
        FieldSubject on,
        IReadOnlyDictionary<string, FieldValue?>? before,
        IReadOnlyDictionary<string, FieldValue?>? after)
    {
        if (before is not { Count: > 0 } && after is not { Count: > 0 })
        {
            return [];
        }

        var fields = await FieldReader.AllAsync(tx, on);
        var texts = Of(fields, after);
        var removed = fields.FirstOrDefault(field => field.Required
            && before?.ContainsKey(field.Name) == true
            && !texts.Any(text => text.FieldId == field.Id));
        return removed is null
            ? texts
            : throw Problem.Invalid(FieldRules.Path(removed.Name), "is required: it can be changed, not removed");
    }

    private static IReadOnlyList<FieldText> Of(IReadOnlyList<FieldResponse> fields, IReadOnlyDictionary<string, FieldValue?>? values) =>
    [
        .. from value in values ?? new Dictionary<string, FieldValue?>(StringComparer.Ordinal)
           let field = fields.Named(value.Key)
           where value.Value is not null
           from text in FieldRules.Texts(field, value.Value).Select((text, i) => (Text: text, Ordinal: i))
           select new FieldText(field.Id, text.Ordinal, text.Text, FieldRules.Key(text.Text)),
    ];
}
