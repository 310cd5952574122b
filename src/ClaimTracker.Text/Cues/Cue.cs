namespace ClaimTracker.Text.Cues;

/// <summary>A line or more of a subtitle file, with the time at which they show.</summary>
/// <param name="Start">From the beginning of the recording.</param>
/// <param name="End">From the beginning; not before the start.</param>
/// <param name="Lines">Its lines, as the file has them, without marks that only style.</param>
internal sealed record Cue(TimeSpan Start, TimeSpan End, IReadOnlyList<CueLine> Lines);

/// <summary>A line of a cue.</summary>
/// <param name="Words">Its words; never empty.</param>
/// <param name="Speaker">The name of the one who speaks, if the file has it.</param>
/// <param name="IsTurn">True if a dash or arrows show that another speaks from here on.</param>
internal readonly record struct CueLine(string Words, string? Speaker, bool IsTurn);
