using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Worthiness;

/// <summary>The vocabularies by language. Those of languages without spaces hold words that are found inside a run of letters.</summary>
internal static class Vocabularies
{
    private static readonly Vocabulary Japanese = new()
    {
        Quantities = new WordSet(
            """
            万 億 兆 ドル 円 ユーロ ポンド ルーブル ウォン 人民元 パーセント ポイント 倍 割合 比率 半分 半数 過半数 平均 合計 総額 トン キロ
            件数 人数 千人 百人 大半
            """),
        Comparisons = new WordSet(
            """
            最も 最大 最小 最多 最高 最低 最悪 初めて 史上 過去最 増加 減少 増え 減っ 上昇 下落 低下 急増 急減 上回 下回 より 以上 以下 未満
            全て すべて 全員 唯一 一度も 誰も 原因 結果 倍増
            """),
        FactVerbs = new WordSet(
            """
            費やした 支払った 建設した 建てた 作った 失った 勝った 負けた 与えた 売った 買った 使った 受け取った 死亡した 逮捕した 可決した
            否決した 承認した 採択した 投票した した だった である でした ました された いた います
            """),
        Reporting = new WordSet(
            "述べ 発表 報告 調査 統計 データ によると によれば 主張 報じ 明らかに 確認 否定 語った 話した と言っ と伝え 世論調査"),
        Opinion = new WordSet("思う 思い 思っ 考え べき 感じ 望む 望ん 願う 願っ たぶん おそらく かもしれ 素晴らし 美し 面白 好き 残念"),
        FirstPerson = new WordSet("私 私たち 我々 僕 俺 わたし"),
        Future = new WordSet("だろう でしょう つもり 予定 ましょう 見込み たい"),
    };

    private static readonly Vocabulary Chinese = new()
    {
        Quantities = new WordSet(
            """
            万 萬 亿 億 元 美元 欧元 歐元 英镑 英鎊 日元 港元 人民币 人民幣 百分之 百分点 百分點 倍 一半 半数 半數 多数 多數 平均 总计 總計
            总额 總額 比例 成 吨 噸
            """),
        Comparisons = new WordSet(
            """
            最 最大 最小 最多 最高 最低 首次 增加 减少 減少 上升 下降 增长 增長 下跌 翻倍 翻番 超过 超過 高于 高於 低于 低於 以上 以下 所有
            全部 唯一 从未 從未 没有人 导致 導致 造成 因为 因為 比
            """),
        FactVerbs = new WordSet(
            """
            花费 花費 花了 支付 支付了 耗资 耗資 建造 建成 失去 赢得 贏得 出售 购买 購買 死亡 批准 通过 通過 否决 否決 投票 逮捕 收到 占 佔 了
            曾 已经 已經
            """),
        Reporting = new WordSet(
            """
            表示 宣布 报告 報告 调查 調查 统计 統計 数据 數據 据 據 声称 聲稱 称 稱 证实 證實 否认 否認 报道 報道 報導 指出 说 說 民调 民調
            """),
        Opinion = new WordSet("认为 認為 觉得 覺得 相信 希望 应该 應該 也许 也許 美好 美丽 美麗 伟大 偉大 必须 必須 喜欢 喜歡 有趣"),
        FirstPerson = new WordSet("我 我们 我們 咱们"),
        Future = new WordSet("将 將 将会 將會 将要 將要 打算 计划 計劃 可能 让我们 讓我們"),
    };

    private static readonly Vocabulary Thai = new()
    {
        Quantities = new WordSet(
            """
            ล้าน พัน หมื่น แสน ร้อยละ เปอร์เซ็นต์ บาท ดอลลาร์ ยูโร ปอนด์ ครึ่ง เท่า เฉลี่ย ทั้งหมด รวม อัตรา ส่วนใหญ่
            """),
        Comparisons = new WordSet("ที่สุด มากที่สุด มากกว่า น้อยกว่า เพิ่มขึ้น ลดลง สูงสุด ต่ำสุด เพราะ ทำให้ ทุก ไม่มี ครั้งแรก เกิน"),
        FactVerbs = new WordSet("ใช้จ่าย ใช้เงิน จ่าย จ่ายเงิน สร้าง ซื้อ ขาย ชนะ แพ้ อนุมัติ ลงมติ เสียชีวิต ได้รับ เป็น มี ถูก"),
        Reporting = new WordSet("กล่าว ระบุ รายงาน ประกาศ ยืนยัน ปฏิเสธ เปิดเผย ผลสำรวจ ข้อมูล สถิติ อ้าง"),
        Opinion = new WordSet("คิดว่า เชื่อ รู้สึก หวัง ควร อาจ สนุก สวย ชอบ"),
        FirstPerson = new WordSet("ผม ฉัน ดิฉัน เรา พวกเรา"),
        Future = new WordSet("จะ น่าจะ กำลังจะ"),
    };

    /// <summary>The vocabulary of a language; null if there is none.</summary>
    public static Vocabulary? For(string? language) => language switch
    {
        "en" => Vocabulary.English,
        "ja" => Japanese,
        "zh" => Chinese,
        "th" => Thai,
        _ => null,
    };
}
