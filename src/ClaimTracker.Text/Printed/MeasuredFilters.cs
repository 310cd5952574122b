using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ClaimTracker.Text.Printed;

/// <summary>The library's own filters, each of which asks for room before it unpacks.</summary>
internal sealed class MeasuredFilters(PrintedLimits limits) : IFilterProvider
{
    private readonly IFilterProvider _own = DefaultFilterProvider.Instance;

    public PrintedLimits Limits => limits;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Measured(_own.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Measured(_own.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Measured(_own.GetAllFilters());

    private IReadOnlyList<IFilter> Measured(IReadOnlyList<IFilter> filters) =>
        filters.Count == 0 ? filters : [.. filters.Select(filter => new MeasuredFilter(filter, limits))];

    private sealed class MeasuredFilter(IFilter own, PrintedLimits limits) : IFilter
    {
        /// <summary>Samples in a row of a picture or table: rows are kept whole.</summary>
        private const int MostColumns = 1_000_000;

        private const int BytesOfRun = 64;

        public bool IsSupported => own.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var most = PrintedLimits.MostBytesOfStream;
            limits.TakeStream(own switch
            {
                FlateFilter => UnpackedSize.OfFlate(input, most),
                LzwFilter => UnpackedSize.OfLzw(input.Span, most),
                RunLengthFilter => (long)input.Length * BytesOfRun,
                _ => input.Length,
            });
            RequireColumns(streamDictionary);
            return own.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void RequireColumns(DictionaryToken dictionary)
        {
            foreach (var name in (ReadOnlySpan<string>)["DecodeParms", "DP"])
            {
                if (!dictionary.Data.TryGetValue(name, out var given))
                {
                    continue;
                }

                foreach (var one in given is ArrayToken several ? several.Data : [given])
                {
                    if (one is DictionaryToken facts && facts.Data.Values.Any(static v => v is NumericToken { Double: > MostColumns }))
                    {
                        throw limits.Refuse("A part of the PDF says that it is wider than any page.");
                    }
                }
            }
        }
    }
}
