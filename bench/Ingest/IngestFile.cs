using System.Text;
using Ita.Bench.Material;
using Ita.Domain;
using Ita.Domain.Frameworks;

namespace Ita.Bench.Ingest;

/// <summary>The three files to read: the same bytes every time.</summary>
internal static class IngestFile
{
    public const string Points = "num";
    public const string Labels = "th";
    public const string Scores = "items";

    public const int Agencies = 8_300;
    public const string Instrument = "IIT";

    private const int SheetsAnAgency = 60;

    // Of each hundred answers, worst first: most respondents are satisfied, and some are not.
    private static readonly int[] Contentment = [8, 17, 40, 35];

    public static ImmutableArray<string> All { get; } = [Points, Labels, Scores];

    public static Framework Framework { get; } = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2566));

    /// <summary>The items of the survey, in the order of the columns.</summary>
    public static ImmutableArray<Item> Items { get; } =
        [.. Framework.Items.Where(item => Framework.Instruments.First(one => one.Code == Instrument).Indicators.Contains(item.Indicator))];

    /// <summary>The items for the baseline parser, so that it needs no framework: each item's code, instrument, and
    /// points by label.</summary>
    public static IEnumerable<string> Key(string name) => (name == Scores ? Framework.Items : Items).Select(item => string.Join('\t',
    [
        item.Code,
        Framework.Instruments.First(instrument => instrument.Indicators.Contains(item.Indicator)).Code,
        .. Framework.ChoicesOf(item).SelectMany(choice => new[] { choice.Label, choice.Points.ToString(CultureInfo.InvariantCulture) }),
    ]));

    public static void Write(string name, Stream file)
    {
        if (name == Scores)
        {
            NationFile.Write(file, new NationShape(Agencies, Named: false));
            return;
        }

        using var text = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"fiscal_year,agency_code,instrument,{string.Join(',', Items.Select(item => item.Code))}");
        WriteSheets(text, name == Labels);
    }

    private static void WriteSheets(StreamWriter text, bool labels)
    {
        var random = new Random(2566);
        var spellings = Items
            .Select(item =>
                Framework.ChoicesOf(item).Select(choice => labels ? choice.Label : choice.Points.ToString(CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        for (var sheet = 0; sheet < Agencies * SheetsAnAgency; sheet++)
        {
            text.Write($"2566,{NationAgency.Number(sheet / SheetsAnAgency).Code},{Instrument}");
            foreach (var choices in spellings)
            {
                text.Write(',');
                text.Write(Drawn(random, choices));
            }

            text.WriteLine();
        }
    }

    private static string Drawn(Random random, string[] choices)
    {
        var (percent, choice) = (random.Next(100), 0);
        while (percent >= Contentment[choice])
        {
            percent -= Contentment[choice++];
        }

        return choices[choice * choices.Length / Contentment.Length];
    }
}
