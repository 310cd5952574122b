using System.Globalization;

namespace ClaimTracker.Api.Domain.Comments;

/// <summary>What a comment is on, written such as claim/12.</summary>
internal sealed record CommentSubject(CommentSubjectKind Kind, long Id)
{
    /// <summary>What a subject must look like, after "subject: ".</summary>
    public const string Expected = "must be claim/12, evidence/3, sentence/7 or verdict/5, with the number of one that exists";

    public static CommentSubject? TryParse(string? text) =>
        text?.Split('/') is [var kind, var number]
        && EnumWords.TryParse(typeof(CommentSubjectKind), kind, out var known)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new CommentSubject((CommentSubjectKind)known!, id)
            : null;

    /// <summary>The id, where it is on one of that kind.</summary>
    public long? IdOf(CommentSubjectKind kind) => Kind == kind ? Id : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToWord()}/{Id}");
}
