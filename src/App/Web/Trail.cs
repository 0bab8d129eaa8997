namespace Ita.App.Web;

/// <summary>The pages above a page.</summary>
internal static class Trail
{
    public static ImmutableArray<Crumb> Home { get; } = [new("หน้าแรก", PageRoutes.Root)];

    public static ImmutableArray<Crumb> Desk { get; } = [new("งาน", $"{PageRoutes.Root}/desk")];

    public static ImmutableArray<Crumb> Uploads { get; } = Desk.Add(new("ไฟล์ที่ส่ง", $"{PageRoutes.Root}/uploads"));

    /// <summary>Above the pages about the agencies of a year.</summary>
    public static ImmutableArray<Crumb> Agencies(int year) =>
        Desk.Add(new($"หน่วยงานปี {year}", FormattableString.Invariant($"{PageRoutes.Root}/agencies/{year}")));

    /// <summary>Above the pages on which an officer works for an agency.</summary>
    public static ImmutableArray<Crumb> Agency(int year, string agency) => Desk.Add(new($"ผลปี {year}", PageRoutes.Result(year, agency)));
}
