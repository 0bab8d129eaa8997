using System.Text.RegularExpressions;

namespace Ita.Domain.Remarks;

/// <summary>What is masked besides names, in the order in which it is looked for.</summary>
/// <remarks>Words are compared without regard to case. A bracket never stands between a word and its number, so that the words of a mask
/// are not taken for those of a remark.</remarks>
internal static partial class MaskRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    public static ImmutableArray<MaskRule> All { get; } =
    [
        new(Mail(), "[อีเมล]"),
        new(OtherMail(), "[อีเมล]"),
        new(AccountAddress(), "[ลิงก์บัญชีบุคคล]"),
        new(LineId(), "[ไลน์ไอดี]"),
        new(NetworkAccount(), "[บัญชีสื่อสังคม]"),
        new(PersonNumber(), "[เลขประจำตัว]"),
        new(NamedPersonNumber(), "[เลขประจำตัว]"),
        new(BankAccount(), "[เลขที่บัญชี]"),
        new(NamedBankAccount(), "[เลขที่บัญชี]"),
        new(ForeignTelephone(), "[โทรศัพท์]"),
        new(Telephone(), "[โทรศัพท์]"),
        new(NamedTelephone(), "[โทรศัพท์]"),
        new(SpokenTelephone(), "[โทรศัพท์]"),
        new(LongNumber(), "[เลขหมาย]"),
        new(NamedPlate(), "[ทะเบียนรถ]"),
        new(Plate(), "[ทะเบียนรถ]"),
        new(NamedHouse(), "[ที่อยู่]"),
        new(House(), "[ที่อยู่]"),
    ];

    /// <summary>name@host, also with spaces, (at) or without the rest of the host.</summary>
    [GeneratedRegex(@"[a-z0-9._%+-]+ ?(@|[(\[] ?at ?[)\]]) ?[a-z0-9-]+( ?\. ?[a-z0-9-]{2,})*", Options)]
    private static partial Regex Mail();

    /// <summary>An address in other letters.</summary>
    [GeneratedRegex(@"[^\s@\[\]]+@[^\s@\[\]]+\.[^\s@\[\].]{2,}", Options)]
    private static partial Regex OtherMail();

    /// <summary>Addresses of accounts in networks, and others that name a user.</summary>
    [GeneratedRegex(
        @"(https?://|www\.)?([a-z]+\.)?(facebook|fb|instagram|tiktok|twitter|x|line|youtube|linkedin|threads|t|m)\.(com|me|net|ee)/[^\s\[\]]+"
        + @"|(https?://|www\.)[^\s\[\]]*(/~|/@|[?&/](user|u|profile|member)[=/])[^\s\[\]]+", Options)]
    private static partial Regex AccountAddress();

    [GeneratedRegex(
        @"((?<![a-z])line ?-?id|ไลน์ ?(ไอดี|id)|(ไอดี|(?<![a-z])id) ?(ไลน์|line))( ?(คือ|[:=]))? ?(?<personal>[^\s\[\]:=]+)"
        + @"|((?<![a-z])line|ไลน์)( ?[:=] ?(?!official|oa\b|notify|group)| ?(?=@)| (?=[a-z._-]*[0-9_]))(?<personal>@?[a-z0-9._-]{3,})", Options)]
    private static partial Regex LineId();

    [GeneratedRegex(
        @"(facebook|เฟซบุ๊ก|เฟซบุ๊ค|เฟสบุ๊ก|เฟสบุ๊ค|เฟส|(?<![a-z])(fb|ig|tiktok|twitter)|instagram|อินสตาแกรม|ติ๊กต็อก) ?[:=] ?(?<personal>[^\s\[\]]+( [a-z]+)?)"
        + @"|(?<![\w@.\]])(?<personal>@[a-z0-9._-]{3,})", Options)]
    private static partial Regex NetworkAccount();

    /// <summary>13 digits, with hyphens anywhere, or with spaces in the groups of the card.</summary>
    [GeneratedRegex(@"(?<!\d)(\d(-?\d){12}|\d[ .-]{1,3}\d{4}[ .-]{1,3}\d{5}[ .-]{1,3}\d{2}[ .-]{0,3}\d)(?!\d)", Options)]
    private static partial Regex PersonNumber();

    [GeneratedRegex(
        @"(เลขบัตร|บัตรประชาชน|บัตร ?ปชช|เลขประจำตัว|เลข ?13 ?หลัก|passport|หนังสือเดินทาง|พาสปอร์ต)[^\d\[\]]{0,25}?"
        + @"(?<personal>[a-z]{0,2}\d([ .-]?\d){5,})", Options)]
    private static partial Regex NamedPersonNumber();

    [GeneratedRegex(@"(?<!\d)\d{3}[ -]\d[ -]\d{5}[ -]\d(?!\d)", Options)]
    private static partial Regex BankAccount();

    /// <summary>Amounts of money are no accounts.</summary>
    [GeneratedRegex(
        @"(พร้อมเพย์|promptpay|บัญชี|บช\.?|account)[^\d\[\]]{0,30}?(?<personal>(\d([.-]?\d){5,}|(?!2[45]\d\d )\d( ?\d){9,}))(?!\d)(?! ?บาท)", Options)]
    private static partial Regex NamedBankAccount();

    [GeneratedRegex(@"(?<!\d)(\+|00) ?66[ .()-]{0,3}\d([ .()-]{0,2}\d){7,9}(?!\d)", Options)]
    private static partial Regex ForeignTelephone();

    /// <summary>Nine or ten digits from 0 on, with an extension; no date, no hours of a day, no decimals. The letter O may stand for the 0.</summary>
    [GeneratedRegex(
        @"(?<![\d.,]|\d-)(?!\d{1,2}[./-]\d{1,2}[./-](2[45]\d\d|20\d\d|19\d\d)(?!\d))(?!\d{1,2}[.:]\d{2} ?- ?\d{1,2}[.:]\d{2})(?!0\.\d{1,3}(?![\d.-]))"
        + @"\(?0[ .()-]{0,3}[1-9]([ .()-]{0,2}\d){7,8}(?!\d)((-|,) ?\d{1,2}(?!\d))?( ?(ต่อ|ext\.?) ?\d{1,5})?"
        + @"|(?<![a-z\d])o[689]\d[ .-]?\d{3}[ .-]?\d{4}(?!\d)"
        + @"|(?<=(?<!\d)\d{1,2}[.])0[ ()-]?[1-9]([ ()-]{0,2}\d){7,8}(?!\d)", Options)]
    private static partial Regex Telephone();

    /// <summary>Six digits and more behind the word; hotlines are shorter.</summary>
    [GeneratedRegex(
        @"(โทรศัพท์|โทรสาร|โทร|เบอร์|มือถือ|แฟกซ์|(?<![a-z])(tel|phone|mobile|fax|whatsapp))[^\d\[\]]{0,15}?"
        + @"(?<personal>\(?\d([.()-]{0,2}\d){5,})", Options)]
    private static partial Regex NamedTelephone();

    [GeneratedRegex(@"((ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)[ -]?){9,}(?<=\S)", Options)]
    private static partial Regex SpokenTelephone();

    /// <summary>Nine digits and more that are no amount of money: in one piece, with hyphens, or one by one.</summary>
    [GeneratedRegex(
        @"(?<!\d)(?![1-9]\d*(?!\d) ?บาท)\d{9,}(?!\d)"
        + @"|(?<!\d)(?!(2[45]\d\d-?)+(?!\d))\d(-?\d){8,}(?!\d)(?<=\d-\d+)"
        + @"|(?<!\d)(?!1 2 3)\d( \d){8,}(?!\d)", Options)]
    private static partial Regex LongNumber();

    [GeneratedRegex(
        @"ทะเบียน(รถ)?(จักรยานยนต์|ยนต์)?( ?(เลขที่|หมายเลข|เลข))?[ :]{0,2}(?<personal>(\d?\d?[ก-ฮ]{1,3}[ -]{0,3}\d{1,4}|\d{2}-\d{4})(?!\d))", Options)]
    private static partial Regex NamedPlate();

    /// <summary>A plate with its digit before the letters. Units of counting look alike and are left out.</summary>
    [GeneratedRegex(
        @"(?<![\d\p{L}\p{M}.,/])[1-9](?!คน|กม|ตร|บท|ชม|วน|ปช|หน|ขบ|ซม|มม|กก|ลบ)[ก-ฮ]{2}[ -]{0,3}\d{3,4}(?!\d)"
        + @"|รถ[^\d\[\]]{0,12}?(?<personal>(?<![ก-ฮ])[ก-ฮ]{2}[ -]{0,3}\d{1,4}(?!\d))", Options)]
    private static partial Regex Plate();

    [GeneratedRegex(
        @"(บ้านเลขที่|ที่อยู่|อยู่เลขที่|อยู่บ้าน|ห้องเลขที่)[ :]{0,2}(เลขที่)? ?"
        + @"(?<personal>\d+( ?[/-] ?\d+)*( ?(หมู่ที่|หมู่|ม\.) ?\d+)?( ?(ซอย|ซ\.|ถนน|ถ\.) ?[^\s\[\]]+)*)", Options)]
    private static partial Regex NamedHouse();

    [GeneratedRegex(@"(?<!\d)(\d{1,5}( ?[/-] ?\d{1,4})+|(?<=เลขที่ ?)\d{1,5}) ?(หมู่ที่|หมู่|ม\.) ?\d{1,3}(?!\d)", Options)]
    private static partial Regex House();
}
