using System.Text;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace ClaimTracker.Meaning.MiniLm;

/// <summary>
/// The model in memory: all-MiniLM-L6-v2, a sentence encoder (Reimers &amp; Gurevych 2019; Wang et al. 2020). A vector is the mean
/// of the vectors of the tokens, at length 1.
/// </summary>
internal sealed class ModelSession : IDisposable
{
    /// <summary>Longer texts are cut off: the model was trained on as many.</summary>
    private const int MostTokens = 256;
    private const int BatchTokens = 1024;
    private const int MostTexts = 32;
    private const int Dimensions = 384;

    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;
    private readonly RunOptions _run = new();

    private ModelSession(InferenceSession session, BertTokenizer tokenizer) => (_session, _tokenizer) = (session, tokenizer);

    public static ModelSession Load(int threads)
    {
        using var vocabulary = new MemoryStream();
        ModelFile.Copy("vocab.txt", vocabulary);
        vocabulary.Position = 0;
        var tokenizer = BertTokenizer.Create(vocabulary);

        // By its path, so that the 90 MB are not in the managed heap beside the session. The session keeps no hold of the file.
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            {
                ModelFile.Copy("model.onnx", file);
            }

            using var options = Options(threads);
            return new ModelSession(new InferenceSession(path, options), tokenizer);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Groups texts of like length: a batch is as wide as its longest text.</summary>
    public IEnumerable<(int[] Texts, int[][] Tokens)> Batches(IReadOnlyList<string> texts)
    {
        var tokens = texts.Select(Tokens).ToArray();
        var order = Enumerable.Range(0, tokens.Length).OrderBy(i => tokens[i].Length).ToArray();
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && end - start < MostTexts && tokens[order[end]].Length * (end - start + 1) <= BatchTokens)
            {
                end++;
            }

            var batch = order[start..end];
            yield return (batch, Array.ConvertAll(batch, i => tokens[i]));
            start = end;
        }
    }

    public IReadOnlyList<float[]> Encode(int[][] tokens)
    {
        var width = tokens.Max(t => t.Length);
        var ids = new long[tokens.Length * width];
        var mask = new long[ids.Length];
        for (var row = 0; row < tokens.Length; row++)
        {
            for (var column = 0; column < tokens[row].Length; column++)
            {
                ids[(row * width) + column] = tokens[row][column];
                mask[(row * width) + column] = 1;
            }
        }

        long[] shape = [tokens.Length, width];
        using var idValues = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValues = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typeValues = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        using var results = _session.Run(_run, Inputs, [idValues, maskValues, typeValues], _session.OutputNames);

        var states = results[0].GetTensorDataAsSpan<float>();
        var vectors = new float[tokens.Length][];
        for (var row = 0; row < vectors.Length; row++)
        {
            vectors[row] = Mean(states.Slice(row * width * Dimensions, tokens[row].Length * Dimensions));
        }

        return vectors;
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static float[] Mean(ReadOnlySpan<float> states)
    {
        var sum = new float[Dimensions];
        for (var start = 0; start < states.Length; start += Dimensions)
        {
            for (var i = 0; i < Dimensions; i++)
            {
                sum[i] += states[start + i];
            }
        }

        // The mean and the sum have the same direction.
        var length = MathF.Sqrt(sum.Sum(x => x * x));
        return length == 0 ? sum : Array.ConvertAll(sum, x => x / length);
    }

    private static SessionOptions Options(int threads)
    {
        var options = new SessionOptions
        {
            // An arena keeps the memory of its largest batch; speed is the same without.
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Threads that wait must not take the processor from requests.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.use_device_allocator_for_initializers", "1");
        return options;
    }

    private int[] Tokens(string text) => [.. _tokenizer.EncodeToIds(Sound(text), MostTokens, out _, out _)];

    // The tokenizer normalises, and the framework refuses that for half of a pair and for what Unicode calls a noncharacter.
    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSound = rune.Value is < 0xFDD0 or > 0xFDEF && (rune.Value & 0xFFFE) != 0xFFFE;
            sound.Append(isSound ? rune.ToString() : " ");
        }

        return sound.ToString();
    }
}
