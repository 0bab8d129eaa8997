namespace Ita.Bench.Material;

/// <summary>An invented agency: types have the same proportions as in the real nation, provinces are the 77 real
/// ones.</summary>
public sealed record NationAgency(string Code, string Name, string Type, string Province)
{
    // Per hundred agencies, roughly as in the registry.
    private static readonly (string Type, int Share)[] Types =
    [
        ("องค์การบริหารส่วนตำบล", 64), ("เทศบาลตำบล", 27), ("เทศบาลเมือง", 2), ("เทศบาลนคร", 1), ("องค์การบริหารส่วนจังหวัด", 1),
        ("จังหวัด", 1), ("กรมหรือเทียบเท่า", 2), ("รัฐวิสาหกิจ", 1), ("สถาบันอุดมศึกษา", 1),
    ];

    // Types of which the nation has only a few: every five-hundredth agency has one of them.
    private static readonly string[] RareTypes =
        ["องค์การมหาชน", "องค์กรอิสระ", "องค์กรศาล", "องค์กรอัยการ", "หน่วยงานในสังกัดรัฐสภา", "กองทุน", "หน่วยงานของรัฐอื่น ๆ", "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ"];

    private const int RareEvery = 500;

    private static readonly string[] Provinces =
    [
        .. """
        กรุงเทพมหานคร สมุทรปราการ นนทบุรี ปทุมธานี พระนครศรีอยุธยา อ่างทอง ลพบุรี สิงห์บุรี ชัยนาท สระบุรี ชลบุรี ระยอง จันทบุรี ตราด ฉะเชิงเทรา
        ปราจีนบุรี นครนายก สระแก้ว นครราชสีมา บุรีรัมย์ สุรินทร์ ศรีสะเกษ อุบลราชธานี ยโสธร ชัยภูมิ อำนาจเจริญ บึงกาฬ หนองบัวลำภู ขอนแก่น อุดรธานี
        เลย หนองคาย มหาสารคาม ร้อยเอ็ด กาฬสินธุ์ สกลนคร นครพนม มุกดาหาร เชียงใหม่ ลำพูน ลำปาง อุตรดิตถ์ แพร่ น่าน พะเยา เชียงราย แม่ฮ่องสอน นครสวรรค์
        อุทัยธานี กำแพงเพชร ตาก สุโขทัย พิษณุโลก พิจิตร เพชรบูรณ์ ราชบุรี กาญจนบุรี สุพรรณบุรี นครปฐม สมุทรสาคร สมุทรสงคราม เพชรบุรี ประจวบคีรีขันธ์
        นครศรีธรรมราช กระบี่ พังงา ภูเก็ต สุราษฎร์ธานี ระนอง ชุมพร สงขลา สตูล ตรัง พัทลุง ปัตตานี ยะลา นราธิวาส
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <param name="number">0 or more; the same number is the same agency.</param>
    public static NationAgency Number(int number)
    {
        // 37 and 100 have no common factor, so any hundred consecutive agencies have every type in its proportion.
        var (place, type) = number % RareEvery == RareEvery / 2 ? (-1, RareTypes[number / RareEvery % RareTypes.Length]) : TypeOf(number * 37 % 100);
        var province = number % Provinces.Length;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{place + 1}{province + 1:00}{number + 1:00000}"),
            string.Create(CultureInfo.InvariantCulture, $"{type}ตัวอย่าง {number + 1:0000}"),
            type,
            Provinces[province]);
    }

    /// <summary>The fault of an agency's data; the same for the same number.</summary>
    public static NationFault FaultOf(int number) => number switch
    {
        _ when number % 97 == 13 => NationFault.Unscored,
        _ when number % 89 == 7 => NationFault.NoChecklist,
        _ when number % 211 == 5 => NationFault.Refused,
        _ => NationFault.None,
    };

    private static (int Place, string Type) TypeOf(int percent)
    {
        var place = 0;
        while (percent >= Types[place].Share)
        {
            percent -= Types[place].Share;
            place++;
        }

        return (place, Types[place].Type);
    }
}

/// <summary>The fault of the data that an agency sends, in a nation with faulty agencies.</summary>
public enum NationFault
{
    None,

    /// <summary>Registered without scores: it has no result.</summary>
    Unscored,

    /// <summary>Its checklist is missing: it has a result without a total.</summary>
    NoChecklist,

    /// <summary>One of its scores is out of range, so all of its data is refused: it has no result.</summary>
    Refused,
}
