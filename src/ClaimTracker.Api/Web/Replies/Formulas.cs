namespace ClaimTracker.Api.Web.Replies;

/// <summary>The form of texts that a spreadsheet would run as formulas.</summary>
internal enum Formulas
{
    /// <summary>With an apostrophe before them.</summary>
    Escaped,

    /// <summary>As they are.</summary>
    Raw,
}
