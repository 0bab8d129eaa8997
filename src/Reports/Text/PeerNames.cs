namespace Ita.Reports.Text;

/// <summary>The groups that an agency is compared with, in Thai.</summary>
public static class PeerNames
{
    /// <param name="among">The code of the group in the API, for example <c>typeInProvince</c>.</param>
    /// <param name="type">The type of the agency; null when it is not stated.</param>
    /// <param name="province">The province of the agency; null when it is not stated.</param>
    /// <param name="name">The name of the group in the API.</param>
    public static string Of(string among, string? name, string? type, string? province) => among switch
    {
        "nation" => "ทั้งประเทศ",
        "province" => $"จังหวัด{province}",
        "type" => $"{type}",
        "typeInProvince" => $"{type}ในจังหวัด{province}",
        "typeAndSize" => $"{type}ขนาดใกล้กัน ({Size(name)})",
        _ => throw new ArgumentOutOfRangeException(nameof(among), among, "A group without a name."),
    };

    private static string Size(string? name) => name switch
    {
        "small" => "เจ้าหน้าที่น้อยกว่า 50 คน",
        "medium" => "เจ้าหน้าที่ 50 ถึง 199 คน",
        "large" => "เจ้าหน้าที่ 200 คนขึ้นไป",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A size without a name."),
    };
}
