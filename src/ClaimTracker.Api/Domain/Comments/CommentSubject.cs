using System.Globalization;

namespace ClaimTracker.Api.Domain.Comments;

/// <summary>The resource that a comment is on, written such as claim/12.</summary>
internal sealed record CommentSubject(CommentSubjectKind Kind, long Id)
{
    /// <summary>The form that is asked for, as the end of a sentence.</summary>
    public const string Expected = "must be article/3, claim/12, evidence/3, sentence/7 or verdict/5, with the number of one that exists";

    /// <summary>Reads a subject; null where the text has another form.</summary>
    public static CommentSubject? TryParse(string? text) =>
        text?.Split('/') is [var kind, var number]
        && EnumWords.TryParse(typeof(CommentSubjectKind), kind, out var known)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new CommentSubject((CommentSubjectKind)known!, id)
            : null;

    /// <summary>The id, where the subject is of that kind.</summary>
    public long? IdOf(CommentSubjectKind kind) => Kind == kind ? Id : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToWord()}/{Id}");
}

internal static class CommentSubjectRule
{
    /// <summary>If it is sent, the name of a subject.</summary>
    public static IRuleBuilderOptions<T, string?> NamesSubject<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(static text => text is null || CommentSubject.TryParse(text) is not null).WithMessage(CommentSubject.Expected);
}
