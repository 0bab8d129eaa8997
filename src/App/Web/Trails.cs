namespace Ita.App.Web;

/// <summary>The pages above a page, for its breadcrumbs.</summary>
public static class Trails
{
    public static ImmutableArray<Crumb> Home { get; } = [new("หน้าแรก", PageRoutes.Root)];

    public static ImmutableArray<Crumb> Desk { get; } = [new("งาน", $"{PageRoutes.Root}/desk")];

    public static ImmutableArray<Crumb> Uploads { get; } = [new("ไฟล์ที่ส่ง", $"{PageRoutes.Root}/uploads")];

    public static ImmutableArray<Crumb> Runs { get; } = [.. Desk, new("งานพิมพ์ทั้งชุด", $"{PageRoutes.Root}/runs")];

    /// <summary>For a page about the agencies of a year.</summary>
    public static ImmutableArray<Crumb> Bodies(int year) =>
        [.. Home, new(FormattableString.Invariant($"หน่วยงานปี {year}"), FormattableString.Invariant($"{PageRoutes.Root}/agencies/{year}"))];

    /// <summary>For a page below that of an agency's result.</summary>
    /// <param name="title">The name of the agency; its code when there is no name.</param>
    public static ImmutableArray<Crumb> Result(int year, string agency, string title) =>
        [.. Home, new(FormattableString.Invariant($"{title} ปี {year}"), PageRoutes.Result(year, agency))];

    /// <summary>For a page below the plan of an agency.</summary>
    public static ImmutableArray<Crumb> Plan(int year, string agency) =>
    [
        .. Home,
        new(FormattableString.Invariant($"ผลปี {year}"), PageRoutes.Result(year, agency)),
        new("แผนมาตรการ", FormattableString.Invariant($"{PageRoutes.Root}/measures/{year}/{Uri.EscapeDataString(agency)}")),
    ];

    /// <summary>For a page below the settings of an agency's documents.</summary>
    public static ImmutableArray<Crumb> Settings(int year, string agency, string title) =>
    [
        .. Result(year, agency, title),
        new("ตั้งค่าเอกสาร", FormattableString.Invariant($"{PageRoutes.Root}/settings/{year}/{Uri.EscapeDataString(agency)}")),
    ];
}
