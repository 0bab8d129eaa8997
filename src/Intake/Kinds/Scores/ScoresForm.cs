using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Scores;

/// <summary>A row an item, by part where its instrument has parts; then the published figures that are known.</summary>
internal static class ScoresForm
{
    public static byte[] Write(Form form)
    {
        var framework = form.Framework;
        var asked = (framework.Items.IsEmpty ? Indicators(framework) : Items(framework)).ToList();
        var titles = StartTitles.Concat(
            new[] { Column.Part, Column.Item, Column.Name, Column.Score, Column.Respondents }.Select(Title));
        return new CsvForm(titles)
            .Rows([.. asked.Concat(Published(form, asked)).Select(row => Row(form, row)), .. Rating(form)], form.Key)
            .ToBytes();
    }

    private static string[] Row(Form form, AskedScore row) =>
        [.. form.Start, row.Part, row.Code, row.Name, form.ScoreOf(row.Key), form.RespondentsOf(row.Key)];

    private static IEnumerable<AskedScore> Items(Framework framework) =>
        from instrument in framework.Instruments
        from part in instrument.Parts.IsEmpty ? new InstrumentPart?[] { null } : [.. instrument.Parts]
        from item in framework.Items
        where instrument.Indicators.Contains(item.Indicator)
        select new AskedScore(new(item.Code, part?.Code), Shown(part?.Number), item.Code, item.Text);

    private static IEnumerable<AskedScore> Indicators(Framework framework) => framework.Indicators
        .Select(indicator => ScoreKey.Indicator(indicator.Number))
        .Select(key => new AskedScore(key, "", key.Code, NameOf(framework, key.Code)));

    /// <summary>Figures made of several items. Combined figures of items that the form asks by part are left out.</summary>
    private static IEnumerable<AskedScore> Published(Form form, IEnumerable<AskedScore> asked) => form.Sheet.Scores.Keys
        .Except(asked.Select(row => row.Key))
        .Where(key => form.Framework.Items.All(item => item.Code != key.Code))
        .Select(key => new AskedScore(key, PartNumber(form.Framework, key.Part), key.Code, NameOf(form.Framework, key.Code)));

    private static IEnumerable<string[]> Rating(Form form) => form.Sheet.PublishedRating is { } words
        ? [[.. form.Start, "", ColumnNames.English(Column.Rating), "", words, ""]]
        : [];

    private static string PartNumber(Framework framework, string? part) =>
        Shown(framework.Instruments.SelectMany(instrument => instrument.Parts).FirstOrDefault(known => known.Code == part)?.Number);

    private static string NameOf(Framework framework, string code) => framework.Indicators
        .FirstOrDefault(indicator => ScoreKey.Indicator(indicator.Number).Code == code)?.NameTh ?? "";

    /// <param name="Part">Its number, or empty.</param>
    private sealed record AskedScore(ScoreKey Key, string Part, string Code, string Name);
}
