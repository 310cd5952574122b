using ClaimTracker.Api.Domain.Claims;
using ClaimTracker.Api.Domain.Fields;
using ClaimTracker.Api.Domain.Reviews;
using ClaimTracker.Api.Domain.Sources;
using ClaimTracker.Api.Domain.Subscriptions;
using ClaimTracker.Api.Features.Articles;
using ClaimTracker.Api.Features.Claims;
using ClaimTracker.Api.Features.Imports;

namespace ClaimTracker.Api.Host;

/// <summary>Tells the database floor which types are kept as words or as JSON. Done once, before a database is opened.</summary>
internal static class ColumnSetup
{
    private static readonly Lazy<bool> Registered = new(Add);

    public static void Register() => _ = Registered.Value;

    private static bool Add()
    {
        Words<Role>();
        Words<ArticleKind>();
        Words<BlockType>();
        Words<ChangeKind>();
        Words<SentenceState>();
        Words<Triage>();
        Words<SentenceRole>();
        Words<Outcome>();
        Words<ClaimStatus>();
        Words<ClaimRelation>();
        Words<MatchState>();
        Words<FieldSubject>();
        Words<FieldType>();
        Words<Medium>();
        Words<SourceKind>();
        Words<Stance>();
        Words<VerdictState>();
        Words<CorrectionKind>();
        Words<CitationKind>();
        Words<CitationState>();
        Words<ImportFormat>();
        Words<ImportState>();
        Words<RowOutcome>();
        Words<VerdictOrigin>();
        Words<NormalisedRating>();
        Words<FetchState>();

        ColumnTypes.AddText(static date => date.ToString(), PartialDate.Stored);
        JsonList<ClaimClaimant>();
        JsonList<ClaimSentence>();
        JsonList<RelationRow>();
        ColumnTypes.AddReader(FieldRows.OfColumn);
        Json<ReadingResponse>();
        ColumnTypes.AddReader(static text => new StoredJson<IReadOnlyList<ScoreComponent>>(text));
        JsonList<BlockResponse>();
        JsonList<LinkedClaimRow>();
        JsonList<Attribution>();
        JsonList<Appearance>();
        JsonList<ReviewedArticle>();
        JsonList<ScoreComponent>();
        Json<ClaimQuery>();
        JsonList<string>();
        Json<CitedEvidence>();
        Json<MovedParts>();
        return true;
    }

    private static void Words<T>()
        where T : struct, Enum => ColumnTypes.AddWords<T>(EnumWords.ToWord, EnumWords.Parse<T>);

    private static void Json<T>()
        where T : class => ColumnTypes.AddJson<T>(ApiJson.Stored);

    private static void JsonList<T>() => ColumnTypes.AddJson<IReadOnlyList<T>>(ApiJson.Stored, empty: []);
}
