"""Chinese words that customers hardly ever use, one on a line; they count wherever they stand, as no blanks divide words."""

from __future__ import annotations

from typing import Final

#: Technical words, and words of the trade.
JARGON: Final = """
漏斗
转化率
触点
触达
接口
数据库
中台
后端
前端
埋点
私域
公域
拉新
促活
裂变
留存率
复购率
客单价
用户画像
用户旅程
客户生命周期
闭环
赋能
抓手
颗粒度
工作流
微服务
""".strip()

#: Titles that are a term of marketing as a whole.
TITLES: Final = """
获客
拉新
促活
激活
转化
留存
变现
裂变
召回
复购
认知
考虑
忠诚
客户获取
客户维系
线索培育
""".strip()

#: Words with which the company gives orders to itself.
STARTS: Final = """
获取客户
转化
召回
激活
促活
""".strip()

#: Words for what charts show and customers do not go through; they end a title.
ENDS: Final = """
-流程
-管理
-环节
-漏斗
-阶段
""".strip()
