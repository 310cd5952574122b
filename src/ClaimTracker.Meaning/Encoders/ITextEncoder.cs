namespace ClaimTracker.Meaning.Encoders;

/// <summary>Turns texts into vectors: texts of like meaning get vectors of a small angle.</summary>
public interface ITextEncoder
{
    /// <summary>Names the model. Vectors of two models cannot be compared.</summary>
    string Model { get; }

    /// <summary>Encodes texts, each as a vector of length 1.</summary>
    /// <param name="texts">The texts; what is longer than the model reads is cut off.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    /// <returns>A vector for each text, in their order.</returns>
    Task<IReadOnlyList<float[]>> EncodeAsync(IReadOnlyList<string> texts, CancellationToken cancellation);
}
