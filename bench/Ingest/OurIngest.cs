using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake;
using Ita.Intake.Reading;

namespace Ita.Bench.Ingest;

/// <summary>The intake of the app, read to the last sheet.</summary>
internal static class OurIngest
{
    /// <returns>The sum of all agencies' means of each instrument's items.</returns>
    public static double Read(Stream file)
    {
        var outcome = IntakeReader.ReadAsync(file, "nation.csv", IntakeSettings.Default, FrameworkCatalogue.BuiltIn)
            .AsTask().GetAwaiter().GetResult();
        return outcome is { IsRefused: false, Counts.BadRows: 0 }
            ? outcome.Sheets.Sum(SumOf)
            : throw new InvalidDataException($"{outcome.ProblemCount} problems, the first {outcome.Problems.FirstOrDefault()}.");
    }

    private static double SumOf(ScoreSheet sheet)
    {
        Span<double> sums = stackalloc double[char.MaxValue >> 8];
        Span<int> counts = stackalloc int[sums.Length];
        var keys = sheet.Scores.Keys;
        var scores = sheet.Scores.Values;
        for (var place = 0; place < keys.Length; place++)
        {
            // An instrument's items start with its letter: a cheap grouping, so that summing adds little to the time
            // of reading.
            var letter = keys[place].Code[0];
            sums[letter] += ValueOf(scores[place].Score);
            counts[letter]++;
        }

        var sum = 0.0;
        for (var letter = 0; letter < sums.Length; letter++)
        {
            sum += counts[letter] == 0 ? 0 : sums[letter] / counts[letter];
        }

        return sum;
    }

    // A score with two decimals is read as its hundredths, because converting a decimal would take longer than reading
    // it.
    private static double ValueOf(decimal score)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(score, bits);
        return score.Scale == 2 ? bits[0] / 100.0 : (double)score;
    }
}
