namespace Ita.Reports.Memos;

/// <summary>A kind of local body with an elected head, and the positions of its officers.</summary>
/// <param name="Type">The official type, with which the full name begins.</param>
/// <param name="Short">The abbreviation with which other names begin.</param>
/// <param name="Head">The position of the head, before the name of the place.</param>
/// <param name="Clerk">The position of the permanent secretary, before the name of the place.</param>
internal sealed record LocalBody(string Type, string Short, string Head, string Clerk)
{
    public static ImmutableArray<LocalBody> All { get; } =
    [
        new("องค์การบริหารส่วนตำบล", "อบต", "นายกองค์การบริหารส่วนตำบล", "ปลัดองค์การบริหารส่วนตำบล"),
        new("องค์การบริหารส่วนจังหวัด", "อบจ", "นายกองค์การบริหารส่วนจังหวัด", "ปลัดองค์การบริหารส่วนจังหวัด"),
        new("เทศบาลตำบล", "ทต", "นายกเทศมนตรีตำบล", "ปลัดเทศบาลตำบล"),
        new("เทศบาลเมือง", "ทม", "นายกเทศมนตรีเมือง", "ปลัดเทศบาลเมือง"),
        new("เทศบาลนคร", "ทน", "นายกเทศมนตรีนคร", "ปลัดเทศบาลนคร"),
        new("เมืองพัทยา", "เมืองพัทยา", "นายกเมืองพัทยา", "ปลัดเมืองพัทยา"),
    ];

    /// <summary>The position of the head of the office of the permanent secretary, before the name of the place.</summary>
    public string OfficeHead => $"หัวหน้าสำนัก{Clerk}";

    /// <summary>The local body that an agency is, and the name of its place; null for any other agency.</summary>
    /// <remarks>The name decides, because it is printed; the type decides only where the name is that of the place alone.</remarks>
    public static (LocalBody Body, string Place)? Find(Agency agency)
    {
        var name = agency.Name?.Trim() ?? "";
        foreach (var body in All)
        {
            foreach (var start in (string[])[body.Type, $"{body.Short}.", $"{body.Short} "])
            {
                if (name.StartsWith(start, StringComparison.Ordinal))
                {
                    return (body, name[start.Length..].Trim());
                }
            }
        }

        return All.FirstOrDefault(body => body.Type == agency.Type) is { } typed ? (typed, name) : null;
    }
}
