namespace Ita.App.Results;

/// <summary>Exports results as files that can be uploaded again and produce exactly the same scores.</summary>
internal static class Exports
{
    private static readonly string[] AgencyTitles = ["fiscal_year", "agency_code", "agency_name", "agency_type", "province"];

    /// <summary>Kind scores: every stated figure with its original decimals, except withheld ones.</summary>
    public static TableFile Items(StoredResult stored, Framework framework, KnownSheet sheet, string name) => new(
        name,
        TableFile.Columns([.. AgencyTitles, "item", "name", "part", "score", "respondents"], "fiscal_year", "part", "score", "respondents"),
        ItemRows(stored, framework, sheet).ToAsyncEnumerable());

    /// <summary>Kind indicators: one row per agency, with scores as shown.</summary>
    public static TableFile Indicators(Framework framework, IAsyncEnumerable<TableEntity> rows)
    {
        var indicators = framework.Indicators.Select(indicator => indicator.Number).ToList();
        var titles = indicators.ConvertAll(number => string.Create(CultureInfo.InvariantCulture, $"ind{number}"));
        return new(
            $"results-{framework.Year}",
            TableFile.Columns([.. AgencyTitles, .. titles, "total", "rating"], [.. titles, "fiscal_year", "total"]),
            rows.Select(entity => IndicatorRow(entity, indicators)));
    }

    private static IEnumerable<object?[]> ItemRows(StoredResult stored, Framework framework, KnownSheet sheet)
    {
        var agency = stored.Result.Agency;
        foreach (var (key, known) in sheet.Scores.Where(pair => stored.Hidden?.Contains(pair.Key.ToString()) != true))
        {
            // The label of the file is exported too, because a finding compares it with the code.
            yield return [.. Start(agency), key.Code, known.Label, PartNumber(framework, key), known.Score, known.Respondents];
        }

        if (sheet.Rating is { } rating)
        {
            yield return [.. Start(agency), "RATING", null, null, rating.Rating, null];
        }
    }

    private static object?[] IndicatorRow(TableEntity entity, List<int> indicators)
    {
        var row = ResultRow.Read(entity);
        return
        [
            row.Year.BuddhistEra, row.Agency, row.Name, row.Type, row.Province,
            .. indicators.Select(number => (object?)ResultRow.Score(entity, ScoreKey.Indicator(number))),
            row.Total, row.Rating,
        ];
    }

    private static object?[] Start(Agency agency) => [agency.Year.BuddhistEra, agency.Code, agency.Name, agency.Type, agency.Province];

    private static int? PartNumber(Framework framework, ScoreKey key) => key.Part is null
        ? null
        : framework.Instruments.SelectMany(instrument => instrument.Parts).First(part => part.Code == key.Part).Number;
}
