using CsvHelper;

namespace Ita.Bench.Ingest;

/// <summary>The baseline for scores in long form: CsvHelper's parser with spans and sums of hundredths, without
/// checking any cell.</summary>
internal static class BareScores
{
    private const int AgencyColumn = 1;
    private const int ItemColumn = 2;
    private const int ScoreColumn = 3;

    /// <returns>The sum of all agencies' mean scores of their instruments, to compare with that of the app's
    /// intake.</returns>
    public static double Read(Stream file, BareItem[] known)
    {
        var all = known.Length;
        var agencies = new SpanNumbers();
        var items = new SpanNumbers(known.Select(item => item.Code));
        var hundredths = new long[IngestFile.Agencies * all];
        using var reader = CsvReader.Create(file, new CsvReaderOptions { Separator = ',', HasHeader = true });
        while (reader.Read())
        {
            var place = agencies.Of(reader.GetSpan(AgencyColumn)) * all + items.Of(reader.GetSpan(ItemColumn));
            hundredths[place] += HundredthsOf(reader.GetSpan(ScoreColumn));
        }

        var instruments = Enumerable.Range(0, all).GroupBy(item => known[item].Instrument).Select(instrument => instrument.ToArray()).ToArray();
        return Enumerable.Range(0, IngestFile.Agencies).Sum(agency =>
            instruments.Sum(its => its.Average(item => hundredths[agency * all + item] / 100.0)));
    }

    private static long HundredthsOf(ReadOnlySpan<byte> cell)
    {
        var digits = 0L;
        foreach (var sign in cell)
        {
            digits = sign == '.' ? digits : digits * 10 + (sign - '0');
        }

        return digits;
    }
}
