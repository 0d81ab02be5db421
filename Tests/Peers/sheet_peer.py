"""Writes and reads spreadsheets with openpyxl and odfpy, which share nothing with ours.

sheet_peer.py xlsx FILE: writes a workbook of many kinds of cells; sheet_peer.py ods FILE likewise.
sheet_peer.py read FILE: prints an .xlsx as JSON: sheets, their cells, and the cells with drop-downs.
"""

import datetime
import json
import sys

import openpyxl
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet


def write_xlsx(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chi bộ"
    sheet.append(["mã", "tên", "tỷ lệ", "ngày", "giờ", "đạt", "tính"])
    sheet.append(["007", "Chi bộ Bản Hon", 0.875, datetime.date(2026, 1, 31), datetime.time(8, 30), True, 12])
    sheet.append([None, None, None, None, None, None, None])
    sheet.append([7, " hai dòng\nmột ô ", 0.1 + 0.2, datetime.datetime(2026, 1, 31, 8, 30), None, False, -1234567.5])
    sheet["A4"].number_format = "000"
    sheet["C2"].number_format = "0.0%"
    sheet["G4"].number_format = "#,##0.00"
    hidden = book.create_sheet("Ẩn", 0)
    hidden.sheet_state = "hidden"
    hidden["A1"] = "không ai thấy"
    second = book.create_sheet("Hai")
    second["B3"] = "ở ô B3"
    book.active = 1
    book.save(path)


def cell(value_type, shown, **attributes):
    made = table.TableCell(valuetype=value_type, **attributes)
    made.addElement(text.P(text=shown))
    return made


def write_ods(path):
    book = OpenDocumentSpreadsheet()
    sheet = table.Table(name="Chi bộ")
    rows = [
        [cell("string", "mã"), cell("string", "tên"), cell("string", "tỷ lệ"), cell("string", "ngày"),
         cell("string", "đạt"), cell("string", "số")],
        [cell("string", "007"), cell("string", "Chi bộ Bản Hon"), cell("percentage", "87,5 %", value="0.875"),
         cell("date", "31/01/2026", datevalue="2026-01-31"), cell("boolean", "ĐÚNG", booleanvalue="true"),
         cell("float", "1.234.567,50", value="1234567.5")],
        [cell("float", "007", value="7"), cell("string", "b", numbercolumnsrepeated="2"),
         cell("date", "31/01/26 08:30", datevalue="2026-01-31T08:30:00"), cell("float", "0,33", value="0.333333333333333"),
         cell("currency", "5.000 ₫", value="5000", currency="VND")],
    ]
    for cells in rows:
        row = table.TableRow()
        for made in cells:
            row.addElement(made)
        sheet.addElement(row)
    blank = table.TableRow(numberrowsrepeated="1048000")
    blank.addElement(table.TableCell(numbercolumnsrepeated="16384"))
    sheet.addElement(blank)
    book.spreadsheet.addElement(sheet)
    book.spreadsheet.addElement(table.Table(name="Hai"))
    book.save(path)


def read(path):
    book = openpyxl.load_workbook(path)
    found = []
    for sheet in book:
        cells = {
            made.coordinate: made.value.isoformat() if isinstance(made.value, datetime.date) else made.value
            for row in sheet.iter_rows() for made in row if made.value is not None
        }
        rules = [[str(rule.sqref), rule.formula1] for rule in sheet.data_validations.dataValidation]
        types = {made.coordinate: made.data_type for row in sheet.iter_rows() for made in row if made.value is not None}
        found.append({"name": sheet.title, "state": sheet.sheet_state, "cells": cells, "types": types, "rules": rules})
    print(json.dumps(found, ensure_ascii=False))


{"xlsx": write_xlsx, "ods": write_ods, "read": read}[sys.argv[1]](sys.argv[2])
