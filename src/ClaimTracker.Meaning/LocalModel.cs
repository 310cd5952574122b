using ClaimTracker.Meaning.Encoders;

namespace ClaimTracker.Meaning;

/// <summary>The model that this program carries, unless it was built without (<c>-p:WithModel=false</c>).</summary>
public static class LocalModel
{
    /// <summary>Gets whether the program carries a model.</summary>
    public static bool IsThere =>
#if WITHOUT_MODEL
        false;
#else
        File.Exists(MiniLm.ModelFile.Address);
#endif

    /// <summary>Opens the model. It takes memory with the first text, and gives it back when it was not used for a while.</summary>
    /// <param name="clock">The clock that measures how long it was unused.</param>
    /// <param name="threads">How many processors it may use at once.</param>
    /// <returns>The encoder; dispose of it with the service.</returns>
    public static ITextEncoder Open(TimeProvider clock, int threads)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
#if WITHOUT_MODEL
        throw new NotSupportedException("This program was built without the model.");
#else
        return new MiniLm.MiniLmEncoder(clock, threads);
#endif
    }
}
