namespace Ita.App.Results;

/// <summary>Exports results as files that can be uploaded again and produce exactly the same scores.</summary>
internal static class Exports
{
    private static readonly string[] ItemHeader =
        ["fiscal_year", "agency_code", "agency_name", "agency_type", "province", "item", "name", "part", "score", "respondents"];

    /// <summary>Kind scores: every stated figure with its original decimals, except withheld ones.</summary>
    public static byte[] Items(StoredResult stored, KnownSheet sheet)
    {
        var agency = stored.Result.Agency;
        var framework = FrameworkCatalogue.Get(agency.Year);
        var csv = new CsvText().Row([.. ItemHeader]);
        foreach (var (key, known) in sheet.Scores.Where(pair => stored.Hidden?.Contains(pair.Key.ToString()) != true))
        {
            Row(csv, agency, key.Code, known.Label, PartNumber(framework, key), known.Score, known.Respondents);
        }

        if (sheet.Rating is { } rating)
        {
            Row(csv, agency, "RATING", null, null, rating.Rating, null);
        }

        return csv.ToBytes();
    }

    /// <summary>Kind indicators: one row per agency, with scores as shown.</summary>
    public static async Task<byte[]> IndicatorsAsync(FiscalYear year, IAsyncEnumerable<TableEntity> rows)
    {
        var indicators = FrameworkCatalogue.Get(year).Indicators.Select(indicator => indicator.Number).ToList();
        var csv = new CsvText().Row(
        [
            "fiscal_year", "agency_code", "agency_name", "agency_type", "province",
            .. indicators.Select(number => string.Create(CultureInfo.InvariantCulture, $"ind{number}")),
            "total", "rating",
        ]);
        await foreach (var entity in rows)
        {
            var row = ResultRow.Read(entity);
            csv.Row(
            [
                row.Year.BuddhistEra, row.Agency, row.Name, row.Type, row.Province,
                .. indicators.Select(number => (object?)ResultRow.Score(entity, ScoreKey.Indicator(number))),
                row.Total, row.Rating,
            ]);
        }

        return csv.ToBytes();
    }

    // The label of the file is exported too, because a finding compares it with the code.
    private static void Row(CsvText csv, Agency agency, string item, string? label, int? part, object score, int? respondents) =>
        csv.Row(agency.Year.BuddhistEra, agency.Code, agency.Name, agency.Type, agency.Province, item, label, part, score, respondents);

    private static int? PartNumber(Framework framework, ScoreKey key) => key.Part is null
        ? null
        : framework.Instruments.SelectMany(instrument => instrument.Parts).First(part => part.Code == key.Part).Number;
}
