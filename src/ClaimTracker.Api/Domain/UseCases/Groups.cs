using ClaimTracker.Api.Web.Edge;

namespace ClaimTracker.Api.Domain.UseCases;

// The resources of the API: a group gives its routes their path, and the tag of the same name its description.

/// <summary>Articles, and the sentences that they are made of.</summary>
internal sealed class ArticlesGroup : Group
{
    public ArticlesGroup() => Configure("articles", static _ => { });
}

/// <summary>Sentences of articles.</summary>
internal sealed class SentencesGroup : Group
{
    public SentencesGroup() => Configure("sentences", static _ => { });
}

/// <summary>Sources that the writer of an article named: links, notes and comments.</summary>
internal sealed class CitationsGroup : Group
{
    public CitationsGroup() => Configure("citations", static _ => { });
}

/// <summary>Claims, and the sentences that make them.</summary>
internal sealed class ClaimsGroup : Group
{
    public ClaimsGroup() => Configure("claims", static _ => { });
}

/// <summary>Earlier checks of what a text says.</summary>
internal sealed class MatchesGroup : Group
{
    public MatchesGroup() => Configure("matches", static _ => { });
}

/// <summary>Excerpts of sources, and the claims that they bear on.</summary>
internal sealed class EvidenceGroup : Group
{
    public EvidenceGroup() => Configure("evidence", static _ => { });
}

/// <summary>Documents, persons and data sets that evidence is taken from.</summary>
internal sealed class SourcesGroup : Group
{
    public SourcesGroup() => Configure("sources", static _ => { });
}

/// <summary>The desk's judgements on claims.</summary>
internal sealed class VerdictsGroup : Group
{
    public VerdictsGroup() => Configure("verdicts", static _ => { });
}

/// <summary>The ratings that verdicts are made of.</summary>
internal sealed class RatingScalesGroup : Group
{
    public RatingScalesGroup() => Configure("rating-scales", static _ => { });
}

/// <summary>Lists of claims, filled by hand or computed.</summary>
internal sealed class ListsGroup : Group
{
    public ListsGroup() => Configure("lists", static _ => { });
}

/// <summary>Fields of the desk's own, which claims, articles or sources then have.</summary>
internal sealed class FieldsGroup : Group
{
    public FieldsGroup() => Configure("fields", static _ => { });
}

/// <summary>Remarks of the desk on claims, evidence, sentences and verdicts.</summary>
internal sealed class CommentsGroup : Group
{
    public CommentsGroup() => Configure("comments", static _ => { });
}

/// <summary>Verdict lists as files.</summary>
internal sealed class ExportsGroup : Group
{
    public ExportsGroup() => Configure(
        "exports", static group => group.Description(static route => route.WithMetadata(new HeavyRoute(Heavy.Export))));
}

/// <summary>Published verdicts as pages for their readers.</summary>
internal sealed class ReviewsGroup : Group
{
    public ReviewsGroup() => Configure("reviews", static _ => { });
}

/// <summary>Published verdicts as feeds.</summary>
internal sealed class FeedsGroup : Group
{
    public FeedsGroup() => Configure("feeds", static _ => { });
}

/// <summary>How pages of others show a review.</summary>
internal sealed class OembedGroup : Group
{
    public OembedGroup() => Configure("oembed", static _ => { });
}

/// <summary>Published verdicts as clients of Google's Fact Check Tools API read them.</summary>
internal sealed class FactCheckToolsGroup : Group
{
    public FactCheckToolsGroup() => Configure("v1alpha1", static _ => { });
}

/// <summary>Files that are handed in: archives, and rows of other systems.</summary>
internal sealed class ImportsGroup : Group
{
    public ImportsGroup() => Configure("imports", static _ => { });
}

/// <summary>What happened, when, and by whom; and signed checkpoints, which prove later that it was not changed.</summary>
internal sealed class HistoryGroup : Group
{
    public HistoryGroup() => Configure("history", static _ => { });
}

/// <summary>What changed, for tools that follow along.</summary>
internal sealed class ChangesGroup : Group
{
    public ChangesGroup() => Configure("changes", static _ => { });
}

/// <summary>One search over everything.</summary>
internal sealed class SearchGroup : Group
{
    public SearchGroup() => Configure("search", static _ => { });
}

/// <summary>Tools for any text. Nothing of it is stored.</summary>
internal sealed class TextGroup : Group
{
    public TextGroup() => Configure("text", static _ => { });
}

/// <summary>What the desk has set for itself.</summary>
internal sealed class SettingsGroup : Group
{
    public SettingsGroup() => Configure("settings", static _ => { });
}

/// <summary>Reviews of other publishers.</summary>
internal sealed class ImportedReviewsGroup : Group
{
    public ImportedReviewsGroup() => Configure("imported-reviews", static _ => { });
}

/// <summary>What names stand for, as OpenRefine asks.</summary>
internal sealed class ReconciliationGroup : Group
{
    public ReconciliationGroup() => Configure("reconcile", static _ => { });
}

/// <summary>Feeds of other desks.</summary>
internal sealed class SubscriptionsGroup : Group
{
    public SubscriptionsGroup() => Configure("subscriptions", static _ => { });
}

/// <summary>Counts of the desk's work.</summary>
internal sealed class StatisticsGroup : Group
{
    public StatisticsGroup() => Configure("statistics", static _ => { });
}

/// <summary>The caller, and the people of the desk.</summary>
internal sealed class PeopleGroup : Group
{
    public PeopleGroup() => Configure("people", static _ => { });
}

/// <summary>The caller.</summary>
internal sealed class MeGroup : Group
{
    public MeGroup() => Configure("me", static _ => { });
}

/// <summary>What waits for the caller.</summary>
internal sealed class InboxGroup : Group
{
    public InboxGroup() => Configure("me/inbox", static _ => { });
}

/// <summary>Who may do what at the desk, and their keys.</summary>
internal sealed class UsersGroup : Group
{
    public UsersGroup() => Configure("users", static _ => { });
}
