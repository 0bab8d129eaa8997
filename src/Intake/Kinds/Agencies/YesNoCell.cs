namespace Ita.Intake.Kinds.Agencies;

/// <summary>Reads yes or no in Thai, English or digits; empty is not given.</summary>
internal static class YesNoCell
{
    public static Reading<bool?> Read(ReadOnlySpan<byte> cell)
    {
        var text = CellText.Plain(CellText.Trimmed(cell));
        return text switch
        {
            "" => new Reading<bool?>(null),
            "1" or "yes" or "y" or "true" or "ใช่" or "ลงทะเบียน" or "ลงทะเบียนแล้ว" => new Reading<bool?>(true),
            "0" or "no" or "n" or "false" or "ไม่ใช่" or "ไม่ลงทะเบียน" or "ไม่ได้ลงทะเบียน" => new Reading<bool?>(false),
            _ => new Fault(ProblemCatalogue.YesNoUnknown),
        };
    }
}
